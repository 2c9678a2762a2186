// Ticks every moment on the page: [data-since] counts up, [data-due] counts down.
(() => {
  "use strict";
  const chinese = document.documentElement.lang.startsWith("zh");
  const two = (n) => String(n).padStart(2, "0");

  function span(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    if (h >= 24) return chinese ? `${Math.floor(h / 24)}天${h % 24}小时` : `${Math.floor(h / 24)} d ${h % 24} h`;
    return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  }

  function due(seconds, at) {
    const text = span(Math.abs(seconds));
    if (seconds < 0) return chinese ? `已超时 ${text}` : `${text} overdue`;
    if (seconds > 24 * 3600) return at;
    return chinese ? `还剩 ${text}` : `${text} left`;
  }

  function tick() {
    const now = Date.now() / 1000;
    for (const each of document.querySelectorAll("[data-since]")) {
      const waited = now - Number(each.dataset.since);
      const text = span(waited);
      if (each.textContent !== text) each.textContent = text;
      each.classList.toggle("late", Boolean(each.dataset.warn) && waited > Number(each.dataset.warn));
    }
    for (const each of document.querySelectorAll("[data-due]")) {
      const left = Number(each.dataset.due) - now;
      const text = due(left, each.title || each.textContent);
      if (each.textContent !== text) each.textContent = text;
      each.classList.toggle("over", left < 0);
      each.classList.toggle("soon", left >= 0 && left < 900);
    }
  }

  window.deskClock = tick;
  document.addEventListener("DOMContentLoaded", tick);
  setInterval(tick, 1000);
})();
