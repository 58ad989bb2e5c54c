/** Whether a host is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Whether a host is a wildcard address (such as `0.0.0.0`), which cannot be opened in a browser. */
export function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '[::]';
}
