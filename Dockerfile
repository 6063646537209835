# Vitrine in a container: one image, no shell script in between. Build: docker build -t vitrine .
FROM node:24-bookworm-slim AS build
WORKDIR /vitrine
COPY package.json package-lock.json .npmrc ./
COPY apps/cli/package.json apps/cli/
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY demonstration/package.json demonstration/
COPY packages/catalogue/package.json packages/catalogue/
COPY packages/deals/package.json packages/deals/
COPY packages/exchange/package.json packages/exchange/
COPY packages/house/package.json packages/house/
COPY packages/ledger/package.json packages/ledger/
COPY packages/messages/package.json packages/messages/
COPY packages/press/package.json packages/press/
COPY packages/rights/package.json packages/rights/
COPY packages/screening/package.json packages/screening/
COPY packages/store/package.json packages/store/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build --workspace @vitrine/web && node scripts/setup/gather.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    VITRINE_DATA=/data \
    NODE_COMPILE_CACHE=/tmp/node-compile
WORKDIR /vitrine
COPY --from=build --chown=root:root /vitrine /vitrine
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "build/program/server.mjs"]
