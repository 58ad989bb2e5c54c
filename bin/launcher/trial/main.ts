/** Stands in for the portal in the launcher's tests: answers on PORT, says which signal ended it. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end(String(process.pid)));
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    server.close(() => console.log(`stopped by ${signal}`));
    server.closeAllConnections();
  });
}
