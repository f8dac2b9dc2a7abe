"use strict";
const search = document.getElementById("search");
const found = document.getElementById("found");
const files = Array.from(document.querySelectorAll("main > section"));
/** Milliseconds without another key after which the words are looked for. */
const PAUSE = 120;
let waiting = 0;
let index = null;

function text(element) {
  return element.textContent.toLowerCase();
}

// What is searched, read once, when somebody starts to.
function groups() {
  index ??= Array.from(document.querySelectorAll(".group"), (element) => ({
    element,
    title: text(element.querySelector("summary")),
    changes: Array.from(element.querySelectorAll(".change"), (change) => ({
      element: change,
      text: text(change),
      own: text(change.querySelector("p")),
      folded: Array.from(change.querySelectorAll("details"), (details) => ({ element: details, text: text(details) })),
    })),
  }));
  return index;
}

// Touches only what is not so already.
function set(element, property, value) {
  if (element[property] !== value) {
    element[property] = value;
  }
}

// Shows the changes that have every word, in themselves or in their title.
function filter() {
  clearTimeout(waiting);
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && index === null) {
    return;
  }
  let count = 0;
  for (const group of groups()) {
    const rest = words.filter((word) => !group.title.includes(word));
    let fitting = 0;
    for (const change of group.changes) {
      const fits = rest.every((word) => change.text.includes(word));
      fitting += fits;
      set(change.element, "hidden", !fits);
      const below = fits ? rest.filter((word) => !change.own.includes(word)) : [];
      for (const details of change.folded) {
        set(details.element, "open", below.some((word) => details.text.includes(word)));
      }
    }
    set(group.element, "hidden", fitting === 0);
    count += fitting;
  }
  for (const file of files) {
    set(file, "hidden", words.length > 0 && file.querySelector(".group:not([hidden])") === null);
  }
  found.textContent = words.length === 0 ? "" : count === 1 ? "1 line" : `${count} lines`;
}

// Moves the focus so many shown groups on; with none focused, to the first.
function move(steps) {
  const all = Array.from(document.querySelectorAll(".group"));
  const shown = all.filter((element) => element.checkVisibility());
  const at = shown.findIndex((element) => element.contains(document.activeElement));
  const next = shown[at < 0 ? 0 : Math.min(Math.max(at + steps, 0), shown.length - 1)];
  if (next) {
    next.querySelector("summary").focus();
    next.scrollIntoView();
  }
}

search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, PAUSE);
});
search.form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const isTyping = document.activeElement === search;
  if (isTyping && event.key === "Escape") {
    search.value = "";
    filter();
    search.blur();
  } else if (isTyping && event.key === "Enter") {
    event.preventDefault();
    filter();
    move(0);
  } else if (!isTyping && event.key === "/") {
    event.preventDefault();
    search.focus();
  } else if (!isTyping && (event.key === "j" || event.key === "k")) {
    move(event.key === "j" ? 1 : -1);
  }
});
document.getElementById("searching").hidden = false;
filter();
