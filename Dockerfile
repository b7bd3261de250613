# The images of all applications, from the project's folder; the stages up to "build" are made once for all of them:
#   docker build --target backend -t painchain-backend .
#   docker build --target connector --build-arg MODULE=github-connector -t painchain-github-connector .
# The dashboard is built with Node, everything else with Maven.
FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-17 AS tools
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm

# What says which dependencies there are. It is copied on by its content: other changes of sources do not reach the next stage.
FROM tools AS manifests
WORKDIR /sources
COPY . .
RUN mkdir -p /manifests/maven /manifests/npm \
 && find . -name pom.xml -exec cp --parents -t /manifests/maven {} + \
 && cd backend/src/main/webui && cp --parents -t /manifests/npm package.json package-lock.json .npmrc build/dashboard.mjs

# Modules without sources are packaged, as nothing else names all that Maven's plugins and Quarkus will ask for.
FROM tools AS dependencies
# A new application is one word here.
ENV APPLICATIONS=backend,github-connector,gitlab-connector,kubernetes-connector,webhook-connector \
    MAVEN_OPTIONS="-B -DskipTests -Dmaven.test.skip=true -DskipEmbeddedDatabase"
WORKDIR /build
COPY --from=manifests /manifests/maven .
RUN mvn $MAVEN_OPTIONS -DskipUi -pl $APPLICATIONS -am package \
 && find . -name target -prune -exec rm -r {} +
COPY --from=manifests /manifests/npm backend/src/main/webui
RUN node backend/src/main/webui/build/dashboard.mjs install

FROM dependencies AS build
COPY . .
RUN mvn $MAVEN_OPTIONS -ntp -pl $APPLICATIONS -am package

FROM eclipse-temurin:17-jre AS application
# The number is the owner of the keys (0600) that all applications read.
RUN groupadd --gid 10001 painchain \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin painchain \
 && install -d -m 0700 -o 10001 -g 10001 /var/lib/painchain /backups
COPY docker/healthcheck /usr/local/bin/painchain-healthcheck
ENV QUARKUS_HTTP_HOST=0.0.0.0
WORKDIR /opt/painchain

# Any connector: MODULE is its Maven module, PORT where it listens.
FROM application AS connector
ARG MODULE=github-connector
ARG PORT=8081
# The layers that seldom change come first.
COPY --from=build /build/$MODULE/target/quarkus-app/lib/ lib/
COPY --from=build /build/$MODULE/target/quarkus-app/*.jar ./
COPY --from=build /build/$MODULE/target/quarkus-app/app/ app/
COPY --from=build /build/$MODULE/target/quarkus-app/quarkus/ quarkus/
# Hundreds of threads would else each get a heap of the C library for themselves.
ENV QUARKUS_HTTP_PORT=$PORT MALLOC_ARENA_MAX=2
USER 10001:10001
EXPOSE $PORT
# A slow start is no failure for five minutes.
HEALTHCHECK --interval=10s --timeout=5s --start-period=300s --retries=3 CMD ["painchain-healthcheck", "/q/health/live"]
# On one or two processors Java 17 and 21 would else start a thread for each answer. The quick compiler and small stacks, as the launcher has them,
# make an idle connector 109 MB instead of 131. More options: JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-XX:MaxRAMPercentage=55", "-XX:+ExitOnOutOfMemoryError", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2", "-jar", "/opt/painchain/quarkus-run.jar"]

FROM application AS program
COPY --from=build /build/backend/target/quarkus-app/lib/ lib/
COPY --from=build /build/backend/target/quarkus-app/*.jar ./
COPY --from=build /build/backend/target/quarkus-app/app/ app/
COPY --from=build /build/backend/target/quarkus-app/quarkus/ quarkus/

# An archive of the classes that a start needs, which halves its time. It is made by the JVM and of the files that will use it, on a
# PostgreSQL that stays in this stage. Where that fails there is an empty one, which the JVM passes over.
FROM program AS rehearsal
COPY docker/rehearse /usr/local/bin/painchain-rehearse
RUN { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql \
      && painchain-rehearse /opt/painchain/classes.jsa; } \
 || { echo "No archive of classes was made: the backend will take longer to start." >&2; : >/opt/painchain/classes.jsa; }

FROM program AS backend
COPY --from=rehearsal /opt/painchain/classes.jsa ./
# A container whose database or keys are forgotten must say so, and not begin with empty ones that die with it.
ENV PAINCHAIN_DATABASE_EMBEDDED=false \
    PAINCHAIN_KEYS_CREATE=false \
    PAINCHAIN_DATA=/var/lib/painchain \
    QUARKUS_HTTP_PORT=8000
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=300s --retries=3 CMD ["painchain-healthcheck", "/q/health/ready"]
# More options: JDK_JAVA_OPTIONS. Arguments are commands: init, backup FILE, restore FILE, create-key, keyset add|promote|prune.
# An archive that does not fit, after other options or another JVM, is passed over in silence.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:SharedArchiveFile=/opt/painchain/classes.jsa", "-Xshare:auto", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-Xlog:cds*=off", "-jar", "/opt/painchain/quarkus-run.jar"]
