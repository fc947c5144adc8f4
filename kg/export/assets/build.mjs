// Writes the minified builds that the html export inlines, and the licences of all they contain.
import { build } from "esbuild";
import { readFileSync, writeFileSync, readdirSync, existsSync } from "node:fs";

const bundles = {
  cytoscape: 'import cytoscape from "cytoscape"; import fcose from "cytoscape-fcose"; cytoscape.use(fcose); window.cytoscape = cytoscape;',
  "force-graph": 'import ForceGraph from "force-graph"; window.ForceGraph = ForceGraph;',
};

const packages = new Set();
for (const [name, contents] of Object.entries(bundles)) {
  const result = await build({
    stdin: { contents, resolveDir: ".", loader: "js" },
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "ascii",
    legalComments: "none",
    metafile: true,
    outfile: `${name}.min.js`,
  });
  for (const input of Object.keys(result.metafile.inputs)) {
    const found = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/);
    if (found) packages.add(found[1]);
  }
}

const notices = [...packages].sort().map((name) => {
  const root = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file && existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`, "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync("LICENSES.txt", notices.join(`\n${"-".repeat(72)}\n\n`));
