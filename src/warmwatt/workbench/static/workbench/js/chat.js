// The customer's chat: nothing typed is lost, nothing is sent twice.
(() => {
  "use strict";
  const form = () => document.querySelector(".chat-composer");
  const box = () => form()?.elements.text;
  const draft = () => `chat.${form().dataset.conversation}`;

  document.addEventListener("submit", (event) => {
    if (event.target === form() && !form().elements.key.value) form().elements.key.value = window.freshKey();
    if (event.target.matches(".chat-start")) event.target.querySelector("button.primary").disabled = true;
  }, true);
  document.addEventListener("input", (event) => {
    if (event.target === box()) sessionStorage.setItem(draft(), box().value);
  });
  document.addEventListener("said", () => {
    sessionStorage.removeItem(draft());
    form().elements.key.value = "";
    box().value = "";
    box().focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target !== box() || event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (box().value.trim()) form().requestSubmit();
  });
  document.addEventListener("click", (event) => {
    const starter = event.target.closest("[data-starter]");
    if (starter) {
      const text = document.querySelector(".chat-start textarea");
      text.value = starter.textContent;
      text.focus();
    }
    if (event.target.closest("[data-end]")) htmx.trigger("#end-form", "submit");
  });
  document.addEventListener("DOMContentLoaded", () => {
    for (const key of document.querySelectorAll("[data-fresh-key]")) key.value = window.freshKey();
    if (box()) box().value = sessionStorage.getItem(draft()) || "";
  });
})();
