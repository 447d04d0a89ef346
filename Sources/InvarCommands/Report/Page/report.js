// A projection's point shows its picture: under the pointer, where a finger touches, and by the arrow keys.
for (const plane of document.querySelectorAll(".plane")) {
  const svg = plane.querySelector("svg");
  const card = plane.querySelector(".card");
  const picture = card.querySelector("i");
  const words = card.querySelector("span");
  const points = [...svg.querySelectorAll("use")].map((mark, index) => ({
    mark, index, x: Number(mark.getAttribute("x")), y: Number(mark.getAttribute("y")), name: mark.dataset.name,
  }));
  const across = [...points].sort((a, b) => a.x - b.x);
  const side = svg.viewBox.baseVal.width;
  const sheet = plane.dataset;
  let shown = null;

  const hide = () => {
    if (shown) shown.mark.classList.remove("on");
    shown = null;
    card.hidden = true;
  };

  const show = (point) => {
    hide();
    shown = point;
    point.mark.classList.add("on");
    words.textContent = point.name;
    if (sheet.columns) {
      const zoom = Math.max(1, Math.round(84 / Math.max(sheet.width, sheet.height)));
      const [width, height] = [sheet.width * zoom, sheet.height * zoom];
      const [column, row] = [point.index % sheet.columns, Math.floor(point.index / sheet.columns)];
      picture.style.width = `${width}px`;
      picture.style.height = `${height}px`;
      picture.style.backgroundSize = `${sheet.columns * width}px auto`;
      picture.style.backgroundPosition = `${-column * width}px ${-row * height}px`;
    }
    card.hidden = false;
    // beside the point, towards the middle, so that it stays within the plane
    const [left, top] = [(point.x / side) * svg.clientWidth, (point.y / side) * svg.clientHeight];
    const toTheRight = svg.clientWidth / 2 > left;
    card.style.left = `${toTheRight ? left + 14 : left - card.offsetWidth - 14}px`;
    card.style.top = `${Math.max(0, Math.min(svg.clientHeight - card.offsetHeight, top - card.offsetHeight / 2))}px`;
  };

  const nearest = (event) => {
    const box = svg.getBoundingClientRect();
    const [x, y] = [((event.clientX - box.left) / box.width) * side, ((event.clientY - box.top) / box.height) * side];
    const away = (point) => Math.hypot(point.x - x, point.y - y);
    const best = points.reduce((a, b) => (away(a) > away(b) ? b : a));
    return 45 > away(best) ? best : null;
  };

  const point = (event) => {
    const found = nearest(event);
    if (!found) hide();
    else if (found !== shown) show(found);
  };

  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") hide(); });
  svg.addEventListener("blur", hide);
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") hide();
    if (!step) return;
    event.preventDefault();
    const place = shown ? across.indexOf(shown) + step : 0;
    show(across[(place + across.length) % across.length]);
  });
}
