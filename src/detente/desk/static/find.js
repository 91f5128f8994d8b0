// The search of an exported dispute: words that all stand in an item, whatever their case and accents.
"use strict";

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const form = document.querySelector("[data-find]");
const hits = document.querySelector("[data-hits]");
const count = document.querySelector("[data-count]");
const most = 100;
for (const one of window.found) one.folded = folded(one.words);

function find() {
  const words = folded(form.elements.find.value).split(/\s+/).filter(Boolean);
  const found = words.length ? window.found.filter((one) => words.every((word) => one.folded.includes(word))) : [];
  count.textContent = words.length ? `${found.length} found${found.length > most ? `, the first ${most} shown` : ""}` : "";
  hits.replaceChildren(...found.slice(0, most).map(shown));
  history.replaceState(null, "", words.length ? `#${encodeURIComponent(form.elements.find.value)}` : location.pathname);
}

function shown(one) {
  const entry = document.createElement("li");
  const kind = line("kind", `${one.section} · ${one.date}`);
  const quote = line("quote", "");
  const link = document.createElement("a");
  link.className = "plain";
  link.href = one.at;
  link.textContent = one.words;
  quote.append(link);
  entry.append(kind, quote, line("note", one.source));
  return entry;
}

function line(name, text) {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = text;
  return made;
}

form.addEventListener("submit", (event) => event.preventDefault());
form.elements.find.addEventListener("input", find);
form.elements.find.value = decodeURIComponent(location.hash.slice(1));
form.elements.find.focus();
find();
