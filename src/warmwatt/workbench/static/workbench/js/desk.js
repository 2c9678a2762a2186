// The agent's desk by keyboard: conversations, cards, the reply and its check before sending.
(() => {
  "use strict";
  const at = (selector) => document.querySelector(selector);
  const reply = () => at("#reply");
  const composer = () => at("#composer");
  let held = "";
  let checked = null;
  // Words that the coach itself offered are sent as they are.
  const offered = new Set();

  const draftKey = () => `draft.${composer().dataset.conversation}`;
  const post = (address, values) => htmx.ajax("POST", address, { source: document.body, swap: "none", values });

  function write(words, replace = false) {
    const box = reply();
    if (!box) return;
    offered.add(words);
    box.focus();
    if (replace || !box.value.trim()) box.value = words;
    else box.setRangeText(words, box.selectionStart, box.selectionEnd, "end");
    box.setSelectionRange(box.value.length, box.value.length);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    show("talk");
  }

  const cards = () => [...document.querySelectorAll("[data-card]")];

  function useCard(card) {
    if (!card) return;
    write(card.querySelector(".say").textContent);
    post(`/cards/${card.dataset.card}`, { used: "1" });
  }

  function dismissCard(card) {
    if (!card) return;
    post(`/cards/${card.dataset.card}`, { used: "0" });
    card.remove();
  }

  function askNext() {
    const ask = at("[data-next]");
    if (ask) write(ask.dataset.words);
  }

  function move(step) {
    const rows = [...document.querySelectorAll("#own [data-row], #waiting [data-row]")];
    if (!rows.length) return;
    const here = rows.findIndex((row) => row.hasAttribute("aria-current"));
    const there = rows[(here + step + rows.length) % rows.length] || rows[0];
    if (there) location.assign(there.href);
  }

  function show(pane) {
    const desk = at(".desk");
    if (!desk.classList.contains("has-conversation")) return;
    desk.dataset.pane = pane;
    at(`[data-show=${pane}]`)?.classList.remove("hot");
  }

  const takeNext = () => htmx.trigger("#next-form", "submit");
  const clearWarnings = () => at("#warnings")?.replaceChildren();
  const better = () => {
    const warning = at("#warnings [data-better]");
    if (!warning?.dataset.better) return;
    write(warning.dataset.better, true);
    clearWarnings();
  };

  function send(asIs) {
    const form = composer();
    if (!reply().value.trim()) return;
    if (!form.elements.key.value) form.elements.key.value = window.freshKey();
    form.elements.as_is.value = asIs || offered.has(reply().value) ? "1" : "";
    checked = reply().value;
    htmx.trigger(form, "submit");
  }

  const acts = {
    next: takeNext,
    use: (element) => useCard(element.closest("[data-card]")),
    dismiss: (element) => dismissCard(element.closest("[data-card]")),
    ask: (element) => write(element.dataset.words),
    better,
    "as-is": () => send(true),
  };

  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]");
    if (act && acts[act.dataset.act]) acts[act.dataset.act](act);
    const pane = event.target.closest("[data-show]");
    if (pane) show(pane.dataset.show);
  });

  document.addEventListener("submit", (event) => {
    if (event.target !== composer()) return;
    // The send button submits without the key handler: give the message its own id here too.
    const form = event.target;
    if (!form.elements.key.value) form.elements.key.value = window.freshKey();
    if ((held && held === reply().value) || offered.has(reply().value)) form.elements.as_is.value = "1";
    checked = reply().value;
  }, true);

  document.addEventListener("input", (event) => {
    if (event.target !== reply()) return;
    sessionStorage.setItem(draftKey(), reply().value);
    if (held !== reply().value) {
      held = "";
      composer().elements.as_is.value = "";
      if (!reply().value.trim()) clearWarnings();
    }
  });

  document.addEventListener("held", () => { held = reply().value; });
  document.addEventListener("said", () => {
    sessionStorage.removeItem(draftKey());
    if (reply().value === checked) reply().value = "";
    composer().elements.key.value = "";
    composer().elements.as_is.value = "";
    held = "";
    reply().focus();
  });

  // A look at words that have since been sent or changed says nothing any more.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target === reply() && (!reply().value.trim() || reply().value === checked || offered.has(reply().value))) event.preventDefault();
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const asked = event.detail.requestConfig;
    if (asked.elt === reply() && asked.parameters.text !== reply().value) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const head = event.detail.target.id === "head" && at("#head");
    // Taken, taken over or ended: what may be done here has changed; the draft is kept.
    if (head && head.dataset.stands !== stood) location.reload();
    else if (head && head.dataset.account !== customerOf) {
      customerOf = head.dataset.account;
      htmx.trigger(document.body, "customer-known");
    }
  });
  let customerOf = "";
  let stood = "";

  const altKeys = {
    Digit1: () => useCard(cards()[0]), Digit2: () => useCard(cards()[1]), Digit3: () => useCard(cards()[2]),
    Digit0: askNext, KeyB: better, KeyK: () => { show("side"); at("#lookup")?.focus(); },
    ArrowDown: () => move(1), ArrowUp: () => move(-1),
  };
  const plainKeys = {
    1: () => useCard(cards()[0]), 2: () => useCard(cards()[1]), 3: () => useCard(cards()[2]), 0: askNext,
    j: () => move(1), k: () => move(-1), c: takeNext, "/": () => { show("talk"); reply()?.focus(); },
    "?": () => at("#keys").showModal(), "？": () => at("#keys").showModal(),
    Escape: () => dismissCard(document.activeElement.closest?.("[data-card]") || cards()[0]),
  };

  function inReply(event) {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send(Boolean(held) && held === reply().value);
    } else if (event.key === "Escape") {
      if (at("#warnings")?.children.length) clearWarnings();
      else reply().blur();
    }
  }

  document.addEventListener("keydown", (event) => {
    // While a Chinese input method composes, Enter and Escape are its own.
    if (event.isComposing || event.keyCode === 229 || at("dialog[open]") || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      const act = altKeys[event.code];
      if (act) { event.preventDefault(); act(); }
      return;
    }
    if (event.target === reply()) { inReply(event); return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const act = plainKeys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // The lists are drawn for many pages at once; which row is open here is this page's own matter.
  function markOpenRow() {
    for (const row of document.querySelectorAll("[data-row]")) {
      if (row.pathname === location.pathname) row.setAttribute("aria-current", "true");
    }
  }
  const title = document.title;
  function countWaiting() {
    const waiting = document.querySelectorAll("#waiting [data-row], #own [data-since]").length;
    document.title = waiting ? `(${waiting}) ${title}` : title;
  }
  document.addEventListener("htmx:wsAfterMessage", () => {
    markOpenRow();
    countWaiting();
    if (at(".card.fresh") && at(".desk").dataset.pane !== "side") at("[data-show=side]")?.classList.add("hot");
  });

  document.addEventListener("DOMContentLoaded", () => {
    customerOf = at("#head")?.dataset.account || "";
    stood = at("#head")?.dataset.stands || "";
    if (!reply()) return;
    reply().value = sessionStorage.getItem(draftKey()) || "";
    if (matchMedia("(min-width: 821px)").matches) reply().focus({ preventScroll: true });
  });
})();
