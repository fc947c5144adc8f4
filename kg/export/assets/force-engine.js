// Draws the graph with force-graph on one canvas: for more than about a thousand nodes.
function makeEngine(place, data, look, onNode, onEdge) {
  const nodes = data.nodes.map((node) => ({ ...node }));
  const links = data.edges.map((edge, index) => ({ ...edge, index }));
  let chosen = new Set();
  let chosenEdge = null;
  const dash = { planned: [4, 3], denied: [1, 2] };
  const graph = new ForceGraph(place)
    .graphData({ nodes, links })
    .width(place.clientWidth)
    .height(place.clientHeight)
    .nodeLabel((node) => look.escape(node.label))
    .nodeColor((node) => (chosen.has(node.id) ? "#0f172a" : look.color(node.type)))
    .nodeVal((node) => (node.type === "Agreement" ? 3 : 1.5))
    .linkColor((link) => (link.index === chosenEdge ? "#0f172a" : look.ink(link.status || "none")))
    .linkWidth((link) => (link.type === "SUPERSEDES" ? 2 : 0.7))
    .linkLineDash((link) => dash[link.status] || null)
    .linkDirectionalArrowLength(4)
    .linkDirectionalArrowRelPos(1)
    .linkCurvature((link) => (link.status === "planned" ? 0.12 : link.status === "denied" ? -0.12 : 0))
    .nodeCanvasObjectMode(() => "after")
    .nodeCanvasObject((node, context, scale) => {
      if (scale < 2.2 && !chosen.has(node.id)) return;
      context.font = `${11 / scale}px system-ui, sans-serif`;
      context.textAlign = "center";
      context.fillStyle = "#1c2733";
      context.fillText(look.short(node.label), node.x, node.y + 14 / scale);
    })
    .warmupTicks(60)
    .cooldownTicks(60)
    .onNodeClick((node) => onNode(node.id))
    .onLinkClick((link) => onEdge(link.index));
  graph.onEngineStop(() => {
    graph.zoomToFit(200, 30);
    graph.onEngineStop(() => {});
  });
  window.addEventListener("resize", () => graph.width(place.clientWidth).height(place.clientHeight));
  return {
    fit: () => graph.zoomToFit(200, 30),
    show: (nodeShown, edgeShown) => graph.nodeVisibility((node) => nodeShown(node.id)).linkVisibility((link) => edgeShown(link.index)),
    choose: (ids, edge) => {
      chosen = ids;
      chosenEdge = edge;
      graph.nodeColor(graph.nodeColor()).linkColor(graph.linkColor());
      const node = edge === null && nodes.find((one) => ids.has(one.id));
      if (node) {
        graph.centerAt(node.x, node.y, 300);
        graph.zoom(4, 300);
      }
    },
  };
}
