// Asks the server what is wrong with the form while it is filled in. Without this script the form works as well: the
// browser then checks what it can, and the server says the rest when the form is sent.
"use strict";

const form = document.querySelector("form[data-validate]");
const edited = new Set();
let waiting = 0;
let latest = 0;

form.noValidate = true;

function show(input, texts) {
  const error = document.getElementById(input.id + "-error");
  const text = texts.join(", ");
  if (error.textContent !== text) {
    error.textContent = text;
  }
  if (text) {
    input.setAttribute("aria-invalid", "true");
  } else {
    input.removeAttribute("aria-invalid");
  }
}

async function validate() {
  const mine = ++latest;
  try {
    const answer = await fetch(form.dataset.validate, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok || mine !== latest) {
      return;
    }
    const errors = await answer.json();
    for (const input of form.elements) {
      if (input.name && (edited.has(input.name) || input.hasAttribute("aria-invalid"))) {
        show(input, errors[input.name] ?? []);
      }
    }
  } catch {
    // The server cannot be reached: it says what is wrong when the form is sent.
  }
}

form.addEventListener("input", (event) => {
  edited.add(event.target.name);
  clearTimeout(waiting);
  waiting = setTimeout(validate, 300);
});
