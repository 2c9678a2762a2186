// Live push: catches up after a lost connection, adds nothing twice, and never takes words from under a typing hand.
(() => {
  "use strict";
  const words = (name) => document.body.dataset[name] || "";
  const pushed = new Map();
  let lostTimer = 0;

  function note(message, kind = "done", stay = 4500) {
    const box = document.createElement("p");
    box.className = `note ${kind}`;
    box.textContent = message;
    document.getElementById("notes").append(box);
    setTimeout(() => box.remove(), stay);
  }
  window.deskNote = note;

  const lastTurn = () => Math.max(-1, ...[...document.querySelectorAll("[data-turn]")].map((turn) => Number(turn.dataset.turn)));

  function linkState(text) {
    const badge = document.getElementById("link-state");
    if (!badge) return;
    badge.textContent = text;
    badge.hidden = !text;
  }

  document.addEventListener("htmx:wsOpen", (event) => {
    clearTimeout(lostTimer);
    linkState("");
    event.detail.socketWrapper.send(JSON.stringify({ after: lastTurn() }));
  });
  document.addEventListener("htmx:wsClose", (event) => {
    clearTimeout(lostTimer);
    // Someone else holds the conversation now: the page itself says who.
    if (event.detail.event.code === 4403) location.reload();
    else if (event.detail.event.code === 4401) note(words("signedOut"), "trouble", 60000);
    else lostTimer = setTimeout(() => linkState(words("lost")), 700);
  });

  const typingIn = (element) => element.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);

  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    for (const turn of fragment.querySelectorAll("[data-turn]")) {
      if (document.getElementById(turn.id)) turn.remove();
      else turn.classList.add("fresh");
    }
    for (const card of fragment.querySelectorAll("[data-card]")) {
      if (!document.getElementById(card.id)) card.classList.add("fresh");
    }
    const piece = fragment.firstElementChild;
    if (!piece || piece.id !== target.id || !piece.id) return;
    // A piece that names its state changes with it alone, even under a typing hand: a chat that has ended takes no words.
    const kept = piece.dataset.same ? piece.dataset.same === target.dataset.same : pushed.get(piece.id) === piece.outerHTML || typingIn(target);
    if (kept) event.detail.shouldSwap = false;
    else pushed.set(piece.id, piece.outerHTML);
  });

  const scrollers = () => document.querySelectorAll("[data-scroll]");
  const atEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 140;
  let follow = new Map();
  document.addEventListener("htmx:wsBeforeMessage", () => {
    follow = new Map([...scrollers()].map((box) => [box, atEnd(box)]));
  });
  document.addEventListener("htmx:wsAfterMessage", () => {
    for (const [box, wasAtEnd] of follow) if (wasAtEnd) box.scrollTop = box.scrollHeight;
    window.deskClock();
  });
  document.addEventListener("DOMContentLoaded", () => {
    if (!location.hash) for (const box of scrollers()) box.scrollTop = box.scrollHeight;
  });

  document.addEventListener("note", (event) => note(event.detail.message, event.detail.kind));
  for (const name of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(name, () => note(words("unsent"), "trouble"));
  document.addEventListener("htmx:responseError", (event) => {
    if (!event.detail.xhr.getResponseHeader("HX-Trigger")) note(words("unsent"), "trouble");
  });
  document.addEventListener("htmx:afterSettle", () => window.deskClock());

  document.addEventListener("click", (event) => {
    const copied = event.target.closest("[data-copy]");
    if (copied) {
      navigator.clipboard?.writeText(copied.dataset.copy);
      copied.classList.add("copied");
      setTimeout(() => copied.classList.remove("copied"), 1500);
    }
    for (const menu of document.querySelectorAll("details.me[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  // A message's own id, so that sending again after a lost answer is heard once.
  window.freshKey = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`.slice(0, 60);
})();
