// Draws the graph with cytoscape.js and the fcose layout: for up to about a thousand nodes.
function makeEngine(place, data, look, onNode, onEdge) {
  const elements = [
    ...data.nodes.map((node) => ({ data: { id: node.id, label: look.short(node.label), type: node.type } })),
    ...data.edges.map((edge, index) => ({
      data: { id: "e" + index, source: edge.source, target: edge.target, label: look.words(edge.type), status: edge.status || "none" },
    })),
  ];
  const cy = cytoscape({
    container: place,
    elements,
    minZoom: 0.05,
    maxZoom: 4,
    style: [
      { selector: "node", style: { label: "data(label)", "font-size": 15, "text-wrap": "wrap", "text-max-width": 190, "text-valign": "bottom", "text-margin-y": 4, color: "#1c2733", "background-color": (n) => look.color(n.data("type")), width: 28, height: 28, "text-background-color": "#fbfcfd", "text-background-opacity": 0.85, "text-background-padding": 2 } },
      { selector: 'node[type = "Agreement"]', style: { shape: "round-rectangle", width: 44, height: 30, "font-weight": "bold" } },
      { selector: "edge", style: { label: "data(label)", "font-size": 11, color: "#64748b", "text-rotation": "autorotate", "text-background-color": "#fbfcfd", "text-background-opacity": 0.85, "curve-style": "bezier", "target-arrow-shape": "triangle", width: 1.6, "line-color": (e) => look.ink(e.data("status")), "target-arrow-color": (e) => look.ink(e.data("status")), "line-style": (e) => ({ planned: "dashed", denied: "dotted" })[e.data("status")] || "solid" } },
      { selector: 'edge[label = "supersedes"]', style: { width: 3.2, "font-size": 13 } },
      { selector: ".chosen", style: { "background-color": "#0f172a", "line-color": "#0f172a", "target-arrow-color": "#0f172a", "z-index": 9 } },
      { selector: ".faded", style: { opacity: 0.18 } },
      { selector: ".hidden", style: { display: "none" } },
    ],
  });
  const arrange = () =>
    cy.elements(":visible").layout({ name: "fcose", quality: "proof", animate: false, randomize: true, nodeDimensionsIncludeLabels: true, idealEdgeLength: 150, nodeRepulsion: 9000, padding: 30 }).run();
  seedRandom(7);
  arrange();
  cy.on("tap", "node", (event) => onNode(event.target.id()));
  cy.on("tap", "edge", (event) => onEdge(Number(event.target.id().slice(1))));
  return {
    fit: () => cy.animate({ fit: { eles: cy.elements(":visible"), padding: 30 }, duration: 200 }),
    show: (nodeShown, edgeShown) =>
      cy.batch(() => {
        cy.nodes().forEach((node) => node.toggleClass("hidden", !nodeShown(node.id())));
        cy.edges().forEach((edge) => edge.toggleClass("hidden", !edgeShown(Number(edge.id().slice(1)))));
      }),
    choose: (ids, edge) => {
      cy.elements().removeClass("chosen faded");
      const chosen = edge === null ? cy.nodes().filter((node) => ids.has(node.id())) : cy.getElementById("e" + edge);
      if (chosen.empty()) return;
      chosen.addClass("chosen");
      const near = edge === null ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      cy.elements().not(near).addClass("faded");
      if (edge === null) cy.animate({ fit: { eles: near, padding: 60 }, duration: 250 });
    },
  };
}

// The same file is laid out the same way each time it is opened.
function seedRandom(seed) {
  let state = seed;
  Math.random = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
