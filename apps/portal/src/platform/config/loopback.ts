/** Whether only this very machine reaches a host. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Whether a host stands for all addresses of a machine, and so for none that anybody could open. */
export function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '[::]';
}
