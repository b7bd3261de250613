(() => {
  const scroller = document.querySelector('.pc-scroller');
  const frame = () => new Promise(requestAnimationFrame);
  const rounded = (list, share) => Math.round(list[Math.min(list.length - 1, Math.floor(list.length * share))]);

  /** Scrolls by so many pixels a frame for a while; how far the frames were apart, in ms, and in how many the middle showed no row. */
  async function scroll(pixels, millis) {
    const gaps = [];
    let empty = 0;
    const start = await frame();
    for (let last = start; last - start < millis; ) {
      scroller.scrollTop += pixels;
      const now = await frame();
      gaps.push(now - last);
      last = now;
      const box = scroller.getBoundingClientRect();
      const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * 0.6);
      if (middle?.closest('.pc-item, .pc-group') == null) empty += 1;
    }
    gaps.sort((a, b) => a - b);
    return `${gaps.length} frames, p50 ${rounded(gaps, 0.5)}, p95 ${rounded(gaps, 0.95)}, p99 ${rounded(gaps, 0.99)} ms apart, ${empty} without a row`;
  }

  /** Goes to the end until so many rows are there, or no more come. */
  async function load(rows) {
    const start = performance.now();
    const height = document.querySelector('.pc-item').offsetHeight;
    while (scroller.scrollHeight < rows * height && document.querySelector('.pc-end') === null) {
      scroller.scrollTop = scroller.scrollHeight;
      await frame();
    }
    return `${Math.round(scroller.scrollHeight / height)} rows after ${Math.round(performance.now() - start)} ms`;
  }

  async function goTo(share) {
    scroller.scrollTop = scroller.scrollHeight * share;
    await frame();
    await frame();
  }

  window.benchmark = { scroll, load, goTo };
})();
