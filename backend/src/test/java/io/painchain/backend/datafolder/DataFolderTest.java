package io.painchain.backend.datafolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temporary;

    @Test
    void belongsToItsOwnerAlone() throws IOException {
        DataFolder folder = DataFolder.at(temporary.resolve("a/b"));

        assertThat(permissions(folder.path())).isEqualTo("rwx------");
        assertThat(permissions(folder.folder("database").path())).isEqualTo("rwx------");
    }

    @Test
    void writesFilesThatOnlyTheOwnerReads() throws IOException {
        DataFolder folder = DataFolder.at(temporary);

        folder.createOnce("key", () -> "first");
        assertThat(permissions(folder.file("key"))).isEqualTo("rw-------");

        folder.replace("key", "second");
        assertThat(permissions(folder.file("key"))).isEqualTo("rw-------");
        assertThat(folder.read("key")).contains("second");
    }

    @Test
    void keepsWhatTheFirstStartCreated() {
        DataFolder folder = DataFolder.at(temporary);

        assertThat(folder.createOnce("key", () -> "first")).isEqualTo("first");
        assertThat(folder.createOnce("key", () -> "second")).isEqualTo("first");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        DataFolder folder = DataFolder.at(temporary);

        folder.createOnce("key", () -> "first");
        folder.replace("key", "second");

        try (var files = Files.list(temporary)) {
            assertThat(files).containsExactly(folder.file("key"));
        }
    }

    @Test
    void readsWithoutTheLineBreakAtTheEnd() throws IOException {
        DataFolder folder = DataFolder.at(temporary);
        Files.writeString(folder.file("key"), "typed by hand\n");

        assertThat(folder.read("key")).contains("typed by hand");
        assertThat(folder.read("other")).isEmpty();
    }

    @Test
    void givesAllWhoCreateAtOnceTheSameText() throws Exception {
        int starters = 16;
        var barrier = new CyclicBarrier(starters);
        Callable<String> start = () -> {
            DataFolder folder = DataFolder.at(temporary);
            return folder.createOnce("key", () -> {
                await(barrier);
                return UUID.randomUUID().toString();
            });
        };
        ExecutorService threads = Executors.newFixedThreadPool(starters);
        try {
            List<Future<String>> keys = threads.invokeAll(IntStream.range(0, starters).mapToObj(i -> start).toList());

            String kept = Files.readString(temporary.resolve("key"));
            for (Future<String> key : keys) {
                assertThat(key.get()).isEqualTo(kept);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
