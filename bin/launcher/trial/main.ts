/** Stands in for the portal in the launcher's tests: tells its port, answers on it, says which signal ended it. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end(String(process.pid)));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log('listening', typeof address === 'object' ? address?.port : address);
});
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    server.close(() => console.log(`stopped by ${signal}`));
    server.closeAllConnections();
  });
}
