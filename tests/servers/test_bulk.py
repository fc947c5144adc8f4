"""The bulk export through the real importer of Neo4j."""

import re
from pathlib import Path

import pytest

from kg.export import Source, find_format, write_export
from kg.export.neo4j_bulk import COMMAND
from kg.stores.compare import compare_view
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import push
from tests.export.sample import VIEW
from tests.servers.parity import filled_store
from tests.servers.serving import (
    NO_JAVA,
    PASSWORD,
    free_port,
    has_java,
    make_neo4j_home,
    neo4j_admin,
    start_neo4j,
    stop,
)


def arguments_of(folder: Path) -> list[str]:
    """The arguments of the command that the export wrote, with its files where they are."""
    text = (folder / COMMAND).read_text("utf-8").replace("\\\n", " ")
    found = re.search(r"neo4j-admin (.*) \"\$@\"", text)
    assert found is not None
    return [re.sub(r"=((?:nodes|edges)-.*)", rf"={folder}/\1", word) for word in found[1].split()]


@pytest.mark.skipif(not has_java(), reason=NO_JAVA)
@pytest.mark.parametrize("name", ["sample", "gold"])
def test_the_importer_makes_the_same_graph(name: str, tmp_path: Path) -> None:
    from kg.export.store_source import source_of

    view = VIEW if name == "sample" else source_of(filled_store()).view()
    write_export(find_format("neo4j-bulk"), Source(view=lambda: view, quads=list), tmp_path / "bulk")
    home, bolt = tmp_path / "home", free_port()
    home.mkdir()
    jars = make_neo4j_home(home, bolt)
    neo4j_admin(home, jars, *arguments_of(tmp_path / "bulk"))
    served = start_neo4j(home, bolt, jars)
    try:
        with Neo4jStore(served.uri, Login(user="neo4j", password=PASSWORD)) as store:
            assert compare_view(view, store) == []
            assert push(view, store).written == 0, "the seals are imported too"
            assert compare_view(view, store) == []
    finally:
        stop(served.process)
