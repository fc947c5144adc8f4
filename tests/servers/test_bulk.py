"""The bulk export through the real importer of Neo4j."""

import re
from pathlib import Path

import pytest

from kg.export import Source, find_format, write_export
from kg.export.neo4j_bulk import COMMAND
from kg.graph.view import GraphView
from kg.stores.compare import compare_view
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import push
from tests.export.sample import VIEW
from tests.servers.programs import PASSWORD, make_neo4j_home, neo4j_admin, start_neo4j
from tests.servers.serving import stop


def arguments_of(folder: Path) -> list[str]:
    """The arguments of the command that the export wrote, with its files where they are."""
    text = (folder / COMMAND).read_text("utf-8").replace("\\\n", " ")
    found = re.search(r"neo4j-admin (.*) \"\$@\"", text)
    assert found is not None
    return [re.sub(r"=((?:nodes|edges)-.*)", rf"={folder}/\1", word) for word in found[1].split()]


@pytest.mark.parametrize("name", ["sample", "gold"])
@pytest.mark.usefixtures("neo4j_server")  # skipped where Neo4j cannot be had
def test_the_importer_makes_the_same_graph(name: str, view: GraphView, tmp_path: Path) -> None:
    view = VIEW if name == "sample" else view
    write_export(find_format("neo4j-bulk"), Source(view=lambda: view, quads=list), tmp_path / "bulk")
    home = tmp_path / "home"
    make_neo4j_home(home)
    neo4j_admin(home, *arguments_of(tmp_path / "bulk"))
    served = start_neo4j(home)
    try:
        with Neo4jStore(served.uri, Login(user="neo4j", password=PASSWORD)) as store:
            assert compare_view(view, store) == []
            assert push(view, store).written == 0, "the seals are imported too"
            assert compare_view(view, store) == []
    finally:
        stop(served)
