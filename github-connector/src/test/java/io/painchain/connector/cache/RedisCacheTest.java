package io.painchain.connector.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.painchain.connector.rig.SettableClock;
import io.painchain.github.rig.Rig;
import io.quarkus.redis.runtime.datasource.BlockingRedisDataSourceImpl;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;

/** Against a real redis-server, where the machine has one. */
class RedisCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(Rig.START);
    private final Vertx vertx = Vertx.vertx();
    private Path program;
    private int port;
    private Process server;
    private RedisCache cache;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        program = Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, "redis-server"))
                .filter(Files::isExecutable).findFirst().orElse(null);
        if (program == null) {
            Logger.getLogger(RedisCacheTest.class).warn("SKIPPED: no redis-server here; install it to test the shared cache");
        }
        Assumptions.assumeTrue(program != null, "no redis-server here");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        serve(folder);
        Redis redis = Redis.createClient(vertx, "redis://127.0.0.1:" + port);
        cache = new RedisCache(new BlockingRedisDataSourceImpl(vertx, redis, RedisAPI.api(redis), Duration.ofSeconds(1)),
                clock);
    }

    private void serve(Path folder) throws IOException {
        server = new ProcessBuilder(List.of(program.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1",
                "--dir", folder.toString(), "--save", "", "--appendonly", "no")).redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile()).start();
        await().ignoreExceptions().until(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
        vertx.closeAndAwait();
    }

    @Test
    void keepsAnswersForTheirTime() {
        cache.keep("a:info", "one", MINUTE);
        cache.keep("a:brief", "two", Duration.ofSeconds(1));

        assertThat(cache.find("a:info")).contains("one");
        assertThat(cache.find("a:none")).isEmpty();
        await().atMost(Duration.ofSeconds(5)).until(() -> cache.find("a:brief").isEmpty());
    }

    @Test
    void forgetsByPattern() {
        cache.keep("a:pulls?state=all", "1", MINUTE);
        cache.keep("a:pulls", "2", MINUTE);
        cache.keep("a:info", "3", MINUTE);
        cache.keep("b:pulls", "4", MINUTE);

        assertThat(cache.forget("a:", "pulls*")).isEqualTo(2);
        assertThat(cache.find("a:pulls")).isEmpty();
        assertThat(cache.find("a:info")).contains("3");
        assertThat(cache.find("b:pulls")).contains("4");
        assertThat(cache.forget("a:", "*")).isEqualTo(1);
    }

    @Test
    void isNoCacheWhileRedisIsAwayAndOneAgainAfterwards(@TempDir Path folder) throws IOException {
        cache.keep("a:info", "one", MINUTE);
        server.destroyForcibly().onExit().join();
        assertThat(cache.find("a:info")).isEmpty();
        cache.keep("a:info", "two", MINUTE);
        assertThat(cache.forget("a:", "*")).isZero();

        serve(folder);
        await().until(() -> {
            clock.tick(Duration.ofSeconds(11));
            cache.keep("a:info", "three", MINUTE);
            return cache.find("a:info").isPresent();
        });
        assertThat(cache.find("a:info")).contains("three");
    }
}
