// Asking why: the answer opens beneath what is asked about, its words are marked in the turn, Escape closes it.
(() => {
  "use strict";
  const typing = (element) => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  const asks = () => [...document.querySelectorAll("[data-why]")];
  const placeOf = (button) => document.getElementById(button.getAttribute("aria-controls"));
  const opened = new Map();

  function sync() {
    for (const button of asks()) {
      const place = placeOf(button);
      const open = Boolean(place?.firstElementChild) && opened.get(place.id) === button.getAttribute("hx-get");
      button.setAttribute("aria-expanded", String(open));
    }
    markWords();
  }

  // The words that an answer rests on, marked in the customer's own sentence where the browser can.
  function markWords() {
    if (!window.CSS?.highlights) return;
    const ranges = [];
    for (const box of document.querySelectorAll(".turn .why-box[data-words]")) {
      const text = box.closest(".turn").querySelector(".turn-text").firstChild;
      for (const words of box.dataset.words.split("|").filter(Boolean)) {
        const begin = text.data.toLowerCase().indexOf(words);
        if (begin < 0) continue;
        const range = new Range();
        range.setStart(text, begin);
        range.setEnd(text, begin + words.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("why", new Highlight(...ranges));
  }

  function close(place) {
    const button = asks().find((each) => placeOf(each) === place && each.getAttribute("aria-expanded") === "true");
    const inside = place.contains(document.activeElement);
    place.replaceChildren();
    opened.delete(place.id);
    sync();
    if (inside) (button || asks().find((each) => placeOf(each) === place))?.focus();
  }

  const show = (button) => {
    document.querySelector('[data-show="talk"]')?.click();
    button.scrollIntoView({ block: "nearest" });
    if (button.getAttribute("aria-expanded") !== "true") button.click();
  };
  const last = (selector) => [...document.querySelectorAll(selector)].pop();

  // Before htmx hears the click: a second press closes what the first one opened.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-why]");
    if (button?.getAttribute("aria-expanded") === "true") {
      event.preventDefault();
      event.stopImmediatePropagation();
      close(placeOf(button));
    }
  }, true);

  document.addEventListener("click", (event) => {
    const shut = event.target.closest("[data-why-close]");
    if (shut) close(shut.closest(".why-place"));
    // What the whole conversation is read as is explained where it was said.
    if (event.target.closest("[data-ask-state]")) {
      const button = last("#turns [data-why][data-state]");
      if (button) show(button);
    }
    const topic = event.target.closest("[data-ask-topic]");
    if (topic) {
      const button = document.querySelector(`#turns [data-why][data-topic="${topic.dataset.askTopic}"]`);
      if (button) show(button);
    }
    // On a small screen the transcript is another pane.
    if (event.target.closest('a[href^="#turn-"]') && !event.target.closest(".talk")) document.querySelector('[data-show="talk"]')?.click();
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    const place = event.detail.target;
    if (event.detail.requestConfig.verb === "get" && place?.classList.contains("why-place")) opened.set(place.id, event.detail.elt.getAttribute("hx-get"));
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    sync();
    const box = event.detail.target?.classList.contains("why-place") && event.detail.target.firstElementChild;
    if (!box) return;
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:wsAfterMessage", sync);

  // Ahead of the desk's own keys: Escape belongs to the open answer before it belongs to a card.
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const place = document.activeElement?.closest?.(".why-place");
    if (event.key === "Escape" && place) {
      event.preventDefault();
      event.stopImmediatePropagation();
      close(place);
      return;
    }
    const asked = event.altKey ? event.code === "KeyW" : event.key === "w" && !typing(event.target);
    const button = asked && last("#turns [data-why][data-state]");
    if (!button) return;
    event.preventDefault();
    show(button);
  });
})();
