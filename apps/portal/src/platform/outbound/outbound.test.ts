import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { createOutbound, type OutboundOptions, type OutboundRequest } from './outbound.ts';

const servers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of servers.splice(0)) await stop();
});

/** Starts a local server. @returns its origin */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const get: OutboundRequest = { method: 'GET', timeLimit: 2_000, sizeLimit: 1_000, redirects: 3 };
const outbound = (options: Partial<OutboundOptions> = {}) =>
  createOutbound({ userAgent: 'test', pause: 0, ...options });
const refusedAs = (code: string) => expect.objectContaining({ name: 'OutboundError', code });

it.each([
  'http://127.0.0.1:8080/',
  'http://localhost:8080/',
  'http://localhost.:8080/',
  'http://2130706433:8080/',
  'http://0x7f000001:8080/',
  'http://0177.0.0.1:8080/',
  'http://127.1:8080/',
  'http://0/',
  'http://①②⑦.⓪.⓪.①:8080/',
  'http://[::1]:8080/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]:8080/',
  'http://[::ffff:7f00:1]:8080/',
  'http://[64:ff9b::7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[2002:7f00:1::]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[0:0:0:0:0:0:0:0]/',
  'http://0x7f.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1.:8080/',
  'http://[fe80::1%25eth0]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://192.168.0.1/',
  'https://8.8.8.8:22/',
  'https://user:password@8.8.8.8/',
  'ftp://8.8.8.8/',
  'file:///etc/passwd',
  'gopher://8.8.8.8/',
  'not an address',
])('%s is refused without a call', async (url) => {
  await expect(outbound().call(url, get)).rejects.toEqual(refusedAs('address-refused'));
  await expect(outbound().check(url)).rejects.toEqual(refusedAs('address-refused'));
});

it('a name that leads to a private address is refused, even beside a public one', async () => {
  const resolve = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  await expect(outbound({ resolve }).call('https://rebinding.example/', get)).rejects.toEqual(
    refusedAs('address-refused'),
  );
});

it('the connection goes to the address that was checked, though the name leads elsewhere by then', async () => {
  let asked = 0;
  const origin = await serve((_, response) => response.end('hello'));
  const { port } = new URL(origin);
  const named = `http://rebinding.invalid:${port}`;
  const resolve = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
  };
  const answer = await outbound({ resolve, trustedOrigins: [named] }).call(named, get);
  expect(answer.body.toString()).toBe('hello');
  expect(asked).toBe(1);
});

it('a name that nobody has is told apart', async () => {
  await expect(outbound().call('https://no-such-host.invalid/', get)).rejects.toEqual(
    refusedAs('unresolvable'),
  );
});

it('a redirect to a private address is refused', async () => {
  const inside = await serve((_, response) => response.end('secret'));
  const outside = await serve((_, response) =>
    response.writeHead(302, { location: `${inside}/admin` }).end(),
  );
  const calling = outbound({ trustedOrigins: [outside] }).call(outside, get);
  await expect(calling).rejects.toEqual(refusedAs('address-refused'));
});

it('redirects are followed as often as allowed, and no further', async () => {
  const origin = await serve((request, response) => {
    const step = Number(request.url?.slice(1));
    if (step === 3) response.end('there');
    else response.writeHead(301, { location: `/${step + 1}` }).end();
  });
  const calls = outbound({ trustedOrigins: [origin] });
  expect(await calls.call(`${origin}/0`, get)).toMatchObject({ status: 200, url: `${origin}/3` });
  const twice = { ...get, redirects: 2 };
  await expect(calls.call(`${origin}/0`, twice)).rejects.toEqual(refusedAs('too-many-redirects'));
});

it('something posted is not sent on to another address', async () => {
  const origin = await serve((_, response) => response.writeHead(307, { location: '/else' }).end());
  const post: OutboundRequest = { ...get, method: 'POST', body: '{}' };
  expect(await outbound({ trustedOrigins: [origin] }).call(origin, post)).toMatchObject({ status: 307 });
});

it('an answer that never ends is left', async () => {
  const origin = await serve((_, response) => {
    const more = setInterval(() => response.write('x'.repeat(700)), 1);
    response.on('close', () => clearInterval(more));
  });
  const answer = await outbound({ trustedOrigins: [origin] }).call(origin, get);
  expect(answer).toMatchObject({ status: 200, cut: true });
  expect(answer.body.length).toBe(1_000);
});

it('a server that does not answer is not waited for', async () => {
  const origin = await serve(() => {});
  const calling = outbound({ trustedOrigins: [origin] }).call(origin, { ...get, timeLimit: 50 });
  await expect(calling).rejects.toEqual(refusedAs('too-slow'));
});

it('a server that trickles its answer is not waited for', async () => {
  const origin = await serve((_, response) => {
    const more = setInterval(() => response.write('x'), 5);
    response.on('close', () => clearInterval(more));
  });
  const calling = outbound({ trustedOrigins: [origin] }).call(origin, { ...get, timeLimit: 100 });
  await expect(calling).rejects.toEqual(refusedAs('too-slow'));
});

it('a port where nobody listens is unreachable', async () => {
  const origin = await serve(() => {});
  await servers.pop()?.();
  const calling = outbound({ trustedOrigins: [origin] }).call(origin, get);
  await expect(calling).rejects.toEqual(refusedAs('unreachable'));
});
