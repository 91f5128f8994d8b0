// The charts of a page: each figure has the address of its specification, or its name among those that a page of a
// folder carries. What is drawn stands in the list or table below, too; without this script it is only there.
"use strict";

const dark = matchMedia("(prefers-color-scheme: dark)");
for (const figure of document.querySelectorAll("[data-chart]")) begin(figure);

async function begin(figure) {
  const { chart } = figure.dataset;
  const told = figure.querySelector(".told-of");
  try {
    const specification = window.charts ? window.charts[chart] : await (await fetch(chart)).json();
    figure.hidden = false;
    let view = await draw(figure, specification);
    dark.addEventListener("change", async () => {
      view.finalize();
      view = await draw(figure, specification);
    });
    for (const button of figure.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => zoom(figure, view, button.dataset.zoom));
    }
  } catch (error) {
    figure.hidden = false;
    told.textContent = "This could not be drawn; the list has the same.";
    console.error(error);
  }
}

// Expressions are walked, not made into functions, and nothing has a style of its own: the page's policy forbids both.
async function draw(figure, specification) {
  const told = figure.querySelector(".told-of");
  const compiled = vega.compile(specification, { config: config(getComputedStyle(figure), figure.clientWidth < 500) }).spec;
  const view = new vega.View(vega.parse(compiled, {}, { ast: true }), {
    expr: vega.expressionInterpreter,
    renderer: "canvas",
    container: figure.querySelector(".drawing"),
    hover: true,
    tooltip: (_, __, ___, words) => (told.textContent = words || told.dataset.else),
  });
  await view.runAsync();
  const time = timed(view);
  if (time) view.addSignalListener(time, (_, shown) => listed(figure, shown));
  figure.dataset.drawn = Math.round(performance.now());
  return view;
}

function config(style, narrow) {
  const of = (name) => style.getPropertyValue(name).trim();
  const [ink, soft, rule, sheet] = ["--ink", "--soft", "--rule", "--sheet"].map(of);
  return {
    aria: false, // a canvas tells nothing; the list does
    background: null,
    font: style.fontFamily,
    view: { stroke: null },
    range: { category: ["--deed", "--accent", "--due"].map(of) },
    axis: { labelColor: soft, titleColor: soft, gridColor: rule, domainColor: rule, tickColor: rule, labelFontSize: 11, labelLimit: narrow ? 80 : 140 },
    legend: { symbolBaseFillColor: soft, labelColor: soft, titleColor: soft, labelFontSize: 11, columns: narrow ? 1 : 4 },
    title: { color: soft, fontWeight: "normal" },
    text: { color: soft, fontSize: 11 },
    line: { color: soft },
    circle: { color: of("--deed") },
    geoshape: { fill: rule, stroke: of("--other"), strokeWidth: 0.5 },
    style: { number: { fill: sheet, color: sheet }, "group-title": { fill: ink } },
  };
}

// The signal that says which time is shown, if the chart has one; its name ends with that of the field.
function timed(view) {
  return Object.keys(view.getState({ signals: (name) => /^when_(from|date)$/.test(name) }).signals)[0];
}

// Closer, farther, earlier, later, or as it was: of a time, or of a map.
function zoom(figure, view, how) {
  const signals = view.getState({ signals: () => true }).signals;
  if ("closeness" in signals) {
    figure.dataset.begun ??= signals.closeness;
    const now = signals.closeness;
    view.signal("closeness", { closer: now * 1.5, farther: now / 1.5, whole: Number(figure.dataset.begun) }[how]).run();
    return;
  }
  const time = timed(view);
  if (how === "whole") {
    view.signal(time, null).run();
    listed(figure, null);
    return;
  }
  const [from, to] = view.scale("x").domain().map(Number);
  const wide = to - from;
  const [left, right] = { closer: [0.25, -0.25], farther: [-0.5, 0.5], earlier: [-0.5, -0.5], later: [0.5, 0.5] }[how];
  view.signal(time, [from + left * wide, to + right * wide]).run();
}

// The days that are shown can be listed: their address can be kept and mailed.
function listed(figure, shown) {
  const link = figure.querySelector("[data-list]");
  if (!link) return;
  link.hidden = !shown;
  if (!shown) return;
  const [from, to] = shown.map((one) => new Date(Number(one)).toISOString().slice(0, 10));
  const address = new URL(location.href);
  address.searchParams.set("from", from);
  address.searchParams.set("to", to);
  address.searchParams.delete("whole");
  link.href = address;
  link.textContent = `List only ${from} to ${to}`;
}
