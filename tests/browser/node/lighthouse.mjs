/**
 * Lighthouse, page after page: `node lighthouse.mjs FOLDER CHROMIUM [FLAG...]`, FOLDER being where
 * its node_modules are. Each line that comes in is JSON, `{"address", "form", "without", "again"}`: a
 * page, "desktop" or "phone", the audits to leave out, whether it was looked at before. Each line out is its answer,
 * `{"scores", "faults"}` or `{"error"}`.
 */
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, chromePath, ...chromeFlags] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(`${folder}/node_modules/${file}`).href);
const { default: lighthouse, desktopConfig } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");

// A phone on a slow line is reckoned from what was seen (Lighthouse's own way, "simulate"), so the
// line here need not be slow. Its waits are for pages that go on loading; ours are whole at once.
const WAITS = { pauseAfterFcpMs: 200, pauseAfterLoadMs: 200, networkQuietThresholdMs: 200, cpuQuietThresholdMs: 200 };
const LOOK = { output: "json", logLevel: "error", disableFullPageScreenshot: true, ...WAITS };

// What this machine did when last measured, and from where on Lighthouse takes a fourth of it for a
// phone. A busy machine does less: of that a fourth is no phone any more.
let index = Infinity;
const EXPECTED = 1500;

/** What costs points: the audits that count and are not wholly passed, with what they measured or met. */
function faults({ categories, audits }) {
  return Object.values(categories).flatMap(({ auditRefs }) => auditRefs
    .filter(({ weight, id }) => weight && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id}: ${audits[id].displayValue ?? audits[id].title} ${met(audits[id])}`.trim()));
}

function met({ details }) {
  return (details?.items ?? []).slice(0, 5).map((item) => item.node?.snippet ?? "").filter(Boolean).join(" ");
}

async function judge({ address, form, without, again }, port) {
  const options = { port, ...LOOK, skipAudits: without.length ? without : null };
  const slower = Math.max(1, 4 * Math.min(1, index / EXPECTED));
  if (again && form === "phone") options.throttling = { cpuSlowdownMultiplier: slower };
  const { lhr } = await lighthouse(address, options, form === "desktop" ? desktopConfig : undefined);
  index = lhr.environment.benchmarkIndex;
  if (lhr.runtimeError) return { error: lhr.runtimeError.message };
  const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
  return { scores: Object.fromEntries(scores), faults: faults(lhr) };
}

const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...chromeFlags] });
try {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await judge(JSON.parse(line), chrome.port)));
  }
} finally {
  chrome.kill();
}
