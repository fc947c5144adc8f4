"""Readers: what comes out of files, folders, globs and records."""

import json
from pathlib import Path

import pytest

from kg.documents import read_documents
from kg.errors import InputError
from kg.model import Document, hash_text
from kg.plugins import find_family

PAGE = """<!doctype html><html lang="id-ID"><head><meta charset="utf-8"><title>Judul | Koran</title>
<meta property="og:site_name" content="Koran Uji"><link rel="canonical" href="https://koran.example/a">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Judul",
"datePublished": "2024-06-20T10:00:00+07:00"}]}</script></head><body><nav><a href="/x">Ekonomi</a></nav>
<article><h1>Judul artikel</h1><p>Kedua negara menandatangani perjanjian itu di Jakarta pada hari Rabu,
setelah beberapa putaran pembicaraan yang panjang.</p><p>Perjanjian baru akan menggantikan perjanjian lama,
kata menteri luar negeri dalam sebuah pernyataan tertulis.</p></article><footer>Hak cipta</footer></body></html>"""


def read_one(path: Path) -> Document:
    [document] = read_documents([str(path)])
    assert isinstance(document, Document), document
    return document


def read_error(path: Path) -> str:
    [error] = read_documents([str(path)])
    assert isinstance(error, InputError)
    return str(error)


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.unknown", "no-suffix"])
def test_a_text_file_is_kept_exactly(tmp_path: Path, name: str) -> None:
    data = "Satu.\r\nDua\u2028tiga\r\n\n".encode()
    (tmp_path / name).write_bytes(data)
    document = read_one(tmp_path / name)
    assert document.text.encode() == data
    assert (document.name, document.id) == (name, hash_text(document.text))


def test_a_byte_order_mark_is_dropped_and_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfsatu")
    assert read_one(tmp_path / "a.txt").text == "satu"
    assert "a.txt: byte order mark dropped" in caplog.text


def test_markdown_keeps_its_text_and_tells_its_front_matter(tmp_path: Path) -> None:
    body = "# Traktat *baru*\n\nIsi.\n"
    front = '---\nlang: id\npublished: 2024-06-20\ntitle: "Judul"\nunknown: x\n---\n'
    (tmp_path / "a.md").write_text(front + body)
    document = read_one(tmp_path / "a.md")
    assert document.text == body
    assert (document.language, document.published, document.title) == ("id", "2024-06-20", "Judul")


def test_the_first_heading_of_markdown_is_its_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Traktat baru #\n\n# Lain\n")
    assert read_one(tmp_path / "a.md").title == "Traktat baru"


def test_a_page_gives_its_main_text_and_what_it_declares(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    document = read_one(tmp_path / "a.html")
    assert "menandatangani perjanjian itu di Jakarta" in document.text
    assert "Ekonomi" not in document.text
    assert "Hak cipta" not in document.text
    assert (document.language, document.published, document.outlet) == ("id", "2024-06-20", "Koran Uji")
    assert (document.title, document.url) == ("Judul artikel", "https://koran.example/a")


def test_a_page_is_decoded_by_the_charset_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Договор подписан в Москве.</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("windows-1251"))
    assert "Договор подписан" in read_one(tmp_path / "a.html").text


def test_a_page_that_declares_nothing_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_text("<p>Perjanjian itu ditandatangani pada 2019.</p>")
    document = read_one(tmp_path / "a.htm")
    assert (document.url, document.published, document.outlet, document.language) == (None, None, None, None)


def test_broken_linked_data_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<script type="application/ld+json">{"datePublished": </script><p>Isi</p>')
    assert read_one(tmp_path / "a.html").published is None


def test_a_record_gives_its_fields_and_never_its_answers(tmp_path: Path) -> None:
    record = {"id": "x/1", "text": "Isi", "lang": "zh-Hant", "published": "2024-06", "url": None, "facts": [7], "n": 1}
    (tmp_path / "a.json").write_text(json.dumps(record))
    assert read_one(tmp_path / "a.json") == Document(text="Isi", name="x/1", language="zh", published="2024-06")


def test_an_array_of_records_is_many_documents(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": "a"}, {"text": ""}, {"text": "b"}]))
    first, error, second = read_documents([str(tmp_path / "a.json")])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert str(error).endswith("empty text (record 2)")


@pytest.mark.parametrize("name", ["a.meta.json", "a.txt.meta.json"])
def test_a_sidecar_says_what_the_file_cannot(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Isi")
    told = {"url": "https://x.example/", "published": "2024-06-19", "outlet": "Koran", "language": "id", "title": "T"}
    (tmp_path / name).write_text(json.dumps(told))
    [document] = read_documents([str(tmp_path)])
    assert document == Document(
        text="Isi",
        name="a.txt",
        url="https://x.example/",
        published="2024-06-19",
        outlet="Koran",
        language="id",
        title="T",
    )


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ('{"publised": "2024"}', "a.meta.json:publised: unknown key; did you mean 'published'?"),
        ('{"published": "20 Juni"}', "a.meta.json:published: '20 Juni' is no ISO day, month or year"),
        ('{"url": 3}', "a.meta.json:url: a string is expected, not 3"),
        ("[]", "a.meta.json: a JSON object is expected"),
        ("{", "a.meta.json:1: not JSON"),
    ],
)
def test_a_wrong_sidecar_is_an_error_of_its_article(tmp_path: Path, sidecar: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("Isi")
    (tmp_path / "a.meta.json").write_text(sidecar)
    assert said in read_error(tmp_path / "a.txt")


def test_a_folder_is_read_to_its_depth_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.md", "a.txt", "c.pdf", ".kg/x.txt", "b/.y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [str(result) for result in read_names(tmp_path)] == ["a.txt", "a.md", "z.txt"]


def read_names(folder: Path) -> list[str | None]:
    return [result.name for result in read_documents([str(folder)]) if isinstance(result, Document)]


def test_a_glob_is_its_matches_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(name)
    results = read_documents([str(tmp_path / "*.txt")])
    assert [result.name for result in results if isinstance(result, Document)] == ["a.txt", "b.txt"]


def test_a_file_whose_name_is_a_pattern_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Isi")
    assert read_one(tmp_path / "a[1].txt").name == "a[1].txt"


def test_a_dangling_link_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert "a.txt: no such file" in read_error(tmp_path / "a.txt")


def test_all_registered_readers_refuse_what_is_empty(tmp_path: Path) -> None:
    for suffix in set(find_family("documents")) - {"jsonl", "ndjson"}:
        path = tmp_path / f"a.{suffix}"
        path.write_bytes(b"")
        assert str(path) in read_error(path)


def test_an_empty_file_of_json_lines_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n\n")
    assert "no records" in read_error(tmp_path / "a.jsonl")
