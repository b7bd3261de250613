package io.painchain.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

record PostmasterFile(Path path, long pid, Optional<Integer> port) {

    private static final int PORT_LINE = 3;

    static Optional<PostmasterFile> of(Path data) {
        Path path = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(path);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
            Optional<Integer> port = lines.stream().skip(PORT_LINE).findFirst().map(line -> Integer.valueOf(line.strip()));
            return Optional.of(new PostmasterFile(path, pid, port));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of(new PostmasterFile(path, 0, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process ids are reused, even by another database. */
    boolean isServerOf(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .map(info -> info.commandLine().or(info::command).orElse(""))
                .filter(command -> command.contains("postgres") && command.contains(data.toString()))
                .isPresent();
    }
}
