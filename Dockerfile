# Build: all packages, the built pages and server.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/kakehashi
COPY package.json package-lock.json .npmrc ./
COPY apps/portal/package.json apps/portal/
COPY packages/search/package.json packages/search/
COPY packages/benefits/package.json packages/benefits/
COPY packages/vulnerabilities/package.json packages/vulnerabilities/
RUN npm install --no-save
COPY . .
RUN npm run build && npm prune --omit=dev

# Run: as an ordinary user, with PostgreSQL elsewhere.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 KAKEHASHI_DATA_DIR=/var/lib/kakehashi
WORKDIR /srv/kakehashi
RUN install -d -o node -g node /var/lib/kakehashi
COPY --from=build --chown=root:root /srv/kakehashi /srv/kakehashi
USER node
EXPOSE 3000
VOLUME /var/lib/kakehashi
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "apps/portal/dist/server/main.js"]
