/** How long the processor is at work in scripts of ours, key by key, as Chromium's own trace has it. */

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Meter
 * @property {() => Promise<unknown>} begin
 * @property {() => Promise<Measured>} end
 *
 * @typedef {object} Measured In milliseconds.
 * @property {number[]} keys The work of each key.
 * @property {number[]} tasks Every stretch of work.
 * @property {number} [whole] The longest task of the page, with what is the browser's own.
 */

/**
 * Measures by Chromium's own trace.
 *
 * @param {Page} page
 * @param {string} address Where the scripts are that count.
 * @param {boolean} [promises] Whether what promises continue counts too. The trace does not say whose it is, so it must
 *   all be ours.
 * @returns {Meter}
 */
export function traced(page, address, promises = false) {
  return {
    begin: () => page.tracing.start({ categories: ['devtools.timeline', 'toplevel'] }),
    async end() {
      const trace = await page.tracing.stop();
      /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, ts: number, dur: number, tdur?: number, args: { data?: { url?: string, type?: string } } }[] }} */
      const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
      const pressed = traceEvents.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
      // A worker's calls have another address, and another thread.
      const isOurs = (/** @type {typeof traceEvents[0]} */ { name, tid, args }) =>
        name === 'FunctionCall' ? isPage(args.data?.url) : promises && name === 'RunMicrotasks' && tid === pressed[0]?.tid;
      const ours = traceEvents
        .filter((event) => event.ph === 'X' && isOurs(event))
        .sort((one, two) => one.ts - two.ts);
      // Calls within a call are part of it.
      let until = 0;
      const calls = ours.filter(({ ts, dur }) => {
        if (ts < until) return false;
        until = ts + dur;
        return true;
      });
      const work = ({ tdur = 0, dur = 0 }) => (tdur || dur) / 1000;
      const presses = pressed.map(({ ts }) => ts).sort((one, two) => one - two);
      const keys = presses.map((press, index) => {
        const next = presses[index + 1] ?? Infinity;
        const caused = calls.filter(({ ts }) => ts >= press && ts < next);
        return caused.reduce((sum, call) => sum + work(call), 0);
      });
      const whole = traceEvents.filter(
        ({ name, pid, tid }) => name.endsWith('RunTask') && pid === pressed[0]?.pid && tid === pressed[0].tid,
      );
      return { keys, tasks: [0, ...calls.map(work)], whole: Math.max(...whole.map(work)) };
    },
  };

  /** @param {string} [url] */
  function isPage(url = '') {
    return url.startsWith(address) && !url.endsWith('/worker.js') && !url.endsWith('/core.js');
  }
}

/**
 * @param {number[]} times
 * @param {number} share From 0 to 1.
 */
export function at(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @param {number} time */
export function ms(time) {
  return `${time.toFixed(1)} ms`;
}
