# By digest, since a tag can be moved; docs/operators says how to take up a newer one.
ARG NODE_IMAGE=node:24.18.0-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d

# Build: all packages, the built pages and server; then beside each other what a run needs of them.
FROM ${NODE_IMAGE} AS build
WORKDIR /srv/build
COPY package.json package-lock.json .npmrc ./
COPY apps/portal/package.json apps/portal/
COPY packages/search/package.json packages/search/
COPY packages/anonymizer/package.json packages/anonymizer/
COPY packages/benefits/package.json packages/benefits/
COPY packages/skills/package.json packages/skills/
COPY packages/spreadsheets/package.json packages/spreadsheets/
COPY packages/law-references/package.json packages/law-references/
COPY packages/vulnerabilities/package.json packages/vulnerabilities/
RUN npm ci
COPY . .
# The optional packages are tools of development that libraries can work with, and the built-in PostgreSQL.
RUN npm run build && npm prune --omit=dev --omit=optional \
  && mkdir /srv/kakehashi && cp -a --parents -t /srv/kakehashi \
    package.json LICENSE content apps/portal/package.json apps/portal/dist packages/*/package.json \
    packages/search/resources packages/anonymizer/resources $(find . -name node_modules -prune)

# Run: as an ordinary user, with PostgreSQL elsewhere.
FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 KAKEHASHI_DATA_DIR=/var/lib/kakehashi
WORKDIR /srv/kakehashi
RUN install -d -o node -g node /var/lib/kakehashi \
  && printf '#!/bin/sh\nexec node /srv/kakehashi/apps/portal/dist/server/cli.js "$@"\n' > /usr/local/bin/kakehashi \
  && chmod 755 /usr/local/bin/kakehashi
COPY --from=build --chown=root:root /srv/kakehashi /srv/kakehashi
USER node
EXPOSE 3000
VOLUME /var/lib/kakehashi
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "apps/portal/dist/server/main.js"]
