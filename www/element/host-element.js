/** What our elements extend. Where there is no document, as in a server's rendering, importing them must not fail. */
export const HostElement = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});
