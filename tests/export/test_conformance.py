"""What every registered format promises."""

from pathlib import Path

import pytest

from kg.errors import InputError, QueryError
from kg.export import Format, Layout, Source, find_format, format_names, write_export
from tests.export.sample import VIEW, latin, sample_source

NAMES = format_names()


@pytest.fixture
def source(name: str) -> Source:
    """The sample; for pixels with names in Latin letters, because a bare machine has fonts for no others."""
    return Source(view=lambda: latin(VIEW), quads=list) if name == "png" else sample_source()


def contents(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


def fail(source: Source, path: Path) -> None:
    path.write_text("half", encoding="utf-8")
    raise OSError(28, "No space left on device")


def test_all_formats_of_the_command_line_are_registered() -> None:
    expected = "turtle jsonld nquads ntriples rdfxml graphml gexf dot svg png html csv cypher json"
    assert set(expected.split()) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_graph_gives_the_same_bytes(name: str, source: Source, tmp_path: Path) -> None:
    form = find_format(name)
    for copy in ("first", "second"):
        write_export(form, source, tmp_path / copy / "out")
    assert contents(tmp_path / "first/out") == contents(tmp_path / "second/out") != {}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_beside_the_export(name: str, source: Source, tmp_path: Path) -> None:
    write_export(find_format(name), source, tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", NAMES)
def test_an_export_replaces_the_one_before(name: str, source: Source, tmp_path: Path) -> None:
    form = find_format(name)
    target = tmp_path / "out"
    if form.layout is Layout.FILE:
        target.write_text("old", encoding="utf-8")
    write_export(form, source, target)
    write_export(form, source, target)
    assert b"old" not in contents(target).values()


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "graph.json"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(InputError, match=r"graph\.json: cannot be written: No space left"):
        write_export(Format(suffix=".json", write=fail), sample_source(), target)
    assert contents(tmp_path) == {"graph.json": b"old"}


def test_a_folder_export_keeps_other_files_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    write_export(find_format("csv"), sample_source(), tmp_path)
    assert sorted(contents(tmp_path)) == ["edges.csv", "mine.txt", "nodes.csv"]


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        write_export(find_format("json"), sample_source(), tmp_path)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match=r"unknown format 'gml'; known: csv, cypher, dot"):
        find_format("gml")
