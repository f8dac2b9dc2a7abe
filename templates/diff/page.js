"use strict";
const search = document.getElementById("search");
const found = document.getElementById("found");
const groups = Array.from(document.querySelectorAll(".group"), (element) => ({
  element,
  title: text(element.querySelector("summary")),
  changes: Array.from(element.querySelectorAll(".change"), (change) => ({
    element: change,
    text: text(change),
    own: text(change.querySelector("p")),
    folded: change.querySelectorAll("details"),
  })),
}));

function text(element) {
  return element.textContent.toLowerCase();
}

// Shows the changes that have every word, in themselves or in their title.
function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const group of groups) {
    const rest = words.filter((word) => !group.title.includes(word));
    let fitting = 0;
    for (const change of group.changes) {
      const fits = rest.every((word) => change.text.includes(word));
      change.element.hidden = !fits;
      fitting += fits;
      const isBelow = fits && rest.some((word) => !change.own.includes(word));
      change.folded.forEach((details) => {
        details.open = isBelow && rest.some((word) => text(details).includes(word));
      });
    }
    group.element.hidden = fitting === 0;
    count += fitting;
  }
  found.textContent = words.length === 0 ? "" : count === 1 ? "1 line" : `${count} lines`;
}

// Moves the focus so many shown groups on; with none focused, to the first.
function move(steps) {
  const shown = groups.map((group) => group.element).filter((element) => element.checkVisibility());
  const at = shown.findIndex((element) => element.contains(document.activeElement));
  const next = shown[at < 0 ? 0 : Math.min(Math.max(at + steps, 0), shown.length - 1)];
  if (next) {
    next.querySelector("summary").focus();
    next.scrollIntoView();
  }
}

search.addEventListener("input", filter);
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
