// The page around the drawing: search, filters, and the sentences behind a node or an edge.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const detail = document.getElementById("detail");
  const search = document.getElementById("search");
  const hiddenStatuses = new Set();
  const hiddenTypes = new Set();
  const inks = { done: "#2563a8", planned: "#b45309", denied: "#b3261e", none: "#94a3b8" };
  const colors = { Agreement: "#2563a8", State: "#0f766e", Leader: "#9333ea" };
  const look = {
    ink: (status) => inks[status] || inks.none,
    color: (type) => colors[type] || "#64748b",
    words: (type) => type.toLowerCase().replaceAll("_", " "),
    short: (label) => (label.length > 60 ? label.slice(0, 58) + "…" : label),
    escape: (text) => text.replace(/[&<>"]/g, (letter) => "&#" + letter.charCodeAt(0) + ";"),
  };

  function make(tag, values, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(values)) {
      if (name === "onclick") element.onclick = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  const nodeShown = (id) => !hiddenTypes.has(nodes.get(id).type);
  const edgeShown = (index) => {
    const edge = data.edges[index];
    return !hiddenStatuses.has(edge.status || "none") && nodeShown(edge.source) && nodeShown(edge.target);
  };

  function facts(values) {
    const list = make("dl", {});
    for (const [name, value] of Object.entries(values)) {
      list.append(make("dt", {}, name.replaceAll("_", " ")), make("dd", { dir: "auto" }, String(value)));
    }
    return list;
  }

  // Words of several scripts side by side, each in its own direction.
  function apart(words) {
    return words.filter(Boolean).flatMap((word, index) => [index ? " · " : "", make("bdi", {}, word)]);
  }

  // A sentence in its own direction, with who says it, where and when.
  function sentence(id) {
    const claim = data.claims[id];
    const from = data.documents[claim.document] || {};
    const parts = [claim.event, claim.status, claim.date, claim.source && "says " + claim.source];
    const place = [from.outlet || from.title || from.name, from.published, from.language];
    const footer = make("footer", {}, ...apart(parts), make("br", {}), ...apart(place));
    if (from.url && /^https?:/.test(from.url)) {
      footer.append(" · ", make("a", { href: from.url, rel: "noreferrer noopener", target: "_blank" }, "article"));
    }
    const language = claim.language || from.language || "";
    return make("blockquote", { class: claim.status || "" }, make("p", { dir: "auto", lang: language }, claim.quote), footer);
  }

  function sentences(ids) {
    const known = ids.filter((id) => data.claims[id] && data.claims[id].quote);
    const head = make("h3", {}, known.length === 1 ? "1 sentence" : known.length + " sentences");
    return [head, ...known.map(sentence)];
  }

  function label(id) {
    return nodes.get(id).label;
  }

  function edgeLine(index) {
    const edge = data.edges[index];
    const words = `${label(edge.source)} — ${look.words(edge.type)} → ${label(edge.target)}`;
    const status = edge.status ? make("span", { class: "badge " + edge.status }, edge.status) : "";
    return make("li", {}, make("button", { type: "button", dir: "auto", onclick: () => showEdge(index) }, words, " ", status));
  }

  function showNode(id) {
    const node = nodes.get(id);
    const edges = data.edges.map((edge, index) => [edge, index]).filter(([edge]) => edge.source === id || edge.target === id);
    const claims = [...new Set([...(data.about[id] || []), ...edges.flatMap(([edge]) => edge.claims || [])])];
    detail.replaceChildren(
      make("h2", { dir: "auto" }, node.label),
      facts({ type: node.type, ...node.properties, id: node.id }),
      make("h3", {}, "Edges"),
      make("ul", {}, ...edges.map(([, index]) => edgeLine(index))),
      ...sentences(claims),
    );
    engine.choose(new Set([id]), null);
  }

  function showEdge(index) {
    const edge = data.edges[index];
    const title = make("h2", { dir: "auto" }, look.words(edge.type));
    if (edge.status) title.append(" ", make("span", { class: "badge " + edge.status }, edge.status));
    const ends = [edge.source, edge.target].map((id) =>
      make("li", {}, make("button", { type: "button", dir: "auto", onclick: () => showNode(id) }, label(id))));
    detail.replaceChildren(title, make("h3", {}, "From, to"), make("ul", {}, ...ends), edge.date ? facts({ date: edge.date }) : "", ...sentences(edge.claims || []));
    engine.choose(new Set(), index);
  }

  function showHelp() {
    detail.replaceChildren(
      make("h2", {}, "Every edge has its sentences"),
      make("p", {}, "Click a node or an edge to read what it rests on. Drag to pan, scroll to zoom."),
      facts({ agreements: count("Agreement"), states: count("State"), leaders: count("Leader"), sentences: Object.keys(data.claims).length, articles: Object.keys(data.documents).length }),
    );
  }

  function count(type) {
    return data.nodes.filter((node) => node.type === type).length;
  }

  function filters(place, names, hidden, mark) {
    for (const name of names) {
      const box = make("input", { type: "checkbox", checked: "" });
      box.onchange = () => {
        if (box.checked) hidden.delete(name);
        else hidden.add(name);
        refresh();
      };
      place.append(make("label", {}, box, mark(name), name === "none" ? "no status" : name));
    }
  }

  function refresh() {
    engine.show(nodeShown, edgeShown);
    const shown = data.edges.filter((_, index) => edgeShown(index)).length;
    document.getElementById("count").textContent = `${data.nodes.filter((node) => nodeShown(node.id)).length} nodes, ${shown} edges`;
  }

  function find() {
    const words = search.value.trim().toLowerCase();
    if (!words) return engine.choose(new Set(), null);
    const found = data.nodes.filter((node) => node.names.toLowerCase().includes(words));
    const exact = found.find((node) => node.label.toLowerCase() === words);
    if (exact || found.length === 1) return showNode((exact || found[0]).id);
    detail.replaceChildren(
      make("h2", {}, found.length ? `${found.length} found` : "Nothing found"),
      make("ul", {}, ...found.slice(0, 100).map((node) => make("li", {}, make("button", { type: "button", dir: "auto", onclick: () => showNode(node.id) }, node.label)))),
    );
    engine.choose(new Set(found.map((node) => node.id)), null);
  }

  const engine = makeEngine(document.getElementById("graph"), data, look, showNode, showEdge);
  const statuses = ["done", "planned", "denied", "none"].filter((name) => data.edges.some((edge) => (edge.status || "none") === name));
  filters(document.getElementById("statuses"), statuses, hiddenStatuses, (name) => make("span", { class: "swatch " + name, style: "border-color:" + look.ink(name) }));
  filters(document.getElementById("types"), ["Agreement", "State", "Leader"].filter(count), hiddenTypes, (name) => make("span", { class: "dot " + name, style: "background:" + look.color(name) }));
  document.getElementById("names").append(...data.nodes.slice(0, 500).map((node) => make("option", { value: node.label })));
  document.getElementById("fit").onclick = () => {
    search.value = "";
    engine.choose(new Set(), null);
    engine.fit();
    showHelp();
  };
  search.oninput = find;
  const opened = decodeURIComponent(location.hash.slice(1));
  refresh();
  if (/^edge=\d+$/.test(opened) && data.edges[Number(opened.slice(5))]) showEdge(Number(opened.slice(5)));
  else if (nodes.has(opened)) showNode(opened);
  else showHelp();
})();
