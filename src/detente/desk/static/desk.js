// What is quicker with a script: the keys, and which words an item of a report rests on. Every page works without it.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at instanceof HTMLElement && at.closest("input:not([type=checkbox], [type=radio]), select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q").focus();
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    step(event.key === "j" ? 1 : -1);
  } else if (/^[a-z]$/.test(event.key)) {
    const entry = at instanceof HTMLElement && at.closest("[data-review] > li");
    const form = entry && entry.querySelector(`[data-key=${event.key}]`);
    if (form) form.requestSubmit();
  }
});

// j and k go from entry to entry: the items of a report, the lines of a list.
function step(by) {
  const entries = [...document.querySelectorAll(".margin .go, .lines .words > a:first-child, .hits .quote a")]
    .filter((one) => one.offsetParent !== null);
  const now = entries.indexOf(document.activeElement);
  const next = entries[now === -1 ? (by > 0 ? 0 : entries.length - 1) : Math.min(Math.max(now + by, 0), entries.length - 1)];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

const reading = document.querySelector("[data-reading]");
if (reading) {
  const text = reading.querySelector("[data-text]");
  const stretches = [...text.querySelectorAll("[data-items]")];
  const show = (id, scroll) => {
    for (const one of stretches) one.classList.toggle("now", id !== null && one.dataset.items.split(" ").includes(id));
    const first = text.querySelector(".now");
    if (scroll && first) first.scrollIntoView({ block: "center" });
  };
  const asked = reading.querySelector(".items .now");
  const settle = () => show(asked ? asked.dataset.item : null, false);
  const begun = stretches.filter((one) => one.classList.contains("now"));
  const restore = () => {
    if (asked) return settle();
    for (const one of stretches) one.classList.toggle("now", begun.includes(one));
  };
  for (const entry of reading.querySelectorAll("[data-item]")) {
    entry.addEventListener("mouseenter", () => show(entry.dataset.item, false));
    entry.addEventListener("mouseleave", restore);
    entry.addEventListener("focusin", () => show(entry.dataset.item, true));
    entry.addEventListener("focusout", restore);
  }
  // An address may name characters of the text (#at=10-20): of an exported report nobody else can mark them.
  const named = /^#at=(\d+)-(\d+)$/.exec(location.hash);
  if (named) {
    for (const one of text.querySelectorAll("[data-at]")) {
      const start = Number(one.dataset.at);
      const within = start < Number(named[2]) && start + [...one.textContent].length > Number(named[1]);
      one.classList.toggle("now", within);
      if (within) begun.push(one);
    }
    const first = text.querySelector(".now");
    if (first) first.scrollIntoView({ block: "center" });
  }
  text.addEventListener("mouseover", (event) => near(event.target));
  text.addEventListener("mouseleave", () => near(null));
  text.addEventListener("click", (event) => {
    const found = near(event.target);
    if (found && getSelection().isCollapsed) {
      found.scrollIntoView({ block: "nearest" });
      found.querySelector(".go").focus();
    }
  });
  function near(at) {
    const ids = at instanceof HTMLElement && at.dataset.items ? at.dataset.items.split(" ") : [];
    let first = null;
    for (const entry of reading.querySelectorAll("[data-item]")) {
      const is = ids.includes(entry.dataset.item);
      entry.classList.toggle("near", is);
      if (is && first === null) first = entry;
    }
    return first;
  }
}

// In the queue the next entry takes the place of the one that was settled.
document.addEventListener("htmx:afterSettle", () => {
  const next = document.querySelector("[data-review] .quote a");
  if (next) next.focus();
});

// Words that are selected in a report are those of what was missed.
const marking = document.querySelector("[data-mark]");
if (marking && reading) {
  const text = reading.querySelector("[data-text]");
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return;
    const range = chosen.getRangeAt(0);
    const at = range.startContainer.parentElement.closest("[data-at]");
    const words = chosen.toString();
    marking.elements.words.value = words.trim();
    const before = at ? [...range.startContainer.textContent.slice(0, range.startOffset)].length : 0;
    const blank = [...words].length - [...words.trimStart()].length;
    marking.elements.start.value = at ? Number(at.dataset.at) + before + blank : "";
  });
  marking.elements.words.addEventListener("input", () => (marking.elements.start.value = ""));
}

// Files may be dropped anywhere on the page that takes them.
const taking = document.querySelector("[data-drop]");
if (taking) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    taking.elements.files.files = event.dataTransfer.files;
    taking.querySelector("button.main").focus();
  });
}
