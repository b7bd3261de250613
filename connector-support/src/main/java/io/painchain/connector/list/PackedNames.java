package io.painchain.connector.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Compresses names of refs, each with a word: sorted, each line starts with a letter for the length of the prefix it shares.
 */
public final class PackedNames {

    private static final char NOTHING_SHARED = '@';
    private static final int MOST_SHARED = 60;

    private PackedNames() {
    }

    /** @param words without blanks; may be empty */
    public static String pack(Map<String, String> words) {
        StringBuilder lines = new StringBuilder();
        String before = "";
        for (Map.Entry<String, String> name : new TreeMap<>(words).entrySet()) {
            // A ref's name contains no blank.
            String line = name.getValue().isEmpty() ? name.getKey() : name.getKey() + ' ' + name.getValue();
            int shared = shared(before, line);
            lines.append((char) (NOTHING_SHARED + shared)).append(line, shared, line.length()).append('\n');
            before = line;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(bytes, deflater)) {
            compressed.write(lines.toString().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    public static Map<String, String> unpack(String packed) {
        byte[] bytes = Base64.getDecoder().decode(packed);
        Map<String, String> words = new HashMap<>();
        try (InflaterInputStream lines = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            String before = "";
            for (String line : new String(lines.readAllBytes(), UTF_8).split("\n")) {
                if (line.isEmpty()) {
                    continue;
                }
                String whole = before.substring(0, line.charAt(0) - NOTHING_SHARED) + line.substring(1);
                int blank = whole.indexOf(' ');
                words.put(blank < 0 ? whole : whole.substring(0, blank), blank < 0 ? "" : whole.substring(blank + 1));
                before = whole;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static int shared(String before, String line) {
        int most = Math.min(MOST_SHARED, Math.min(before.length(), line.length()));
        int shared = 0;
        while (shared < most && before.charAt(shared) == line.charAt(shared)) {
            shared++;
        }
        boolean withinASign = shared > 0 && shared < line.length() && Character.isLowSurrogate(line.charAt(shared));
        return withinASign ? shared - 1 : shared;
    }
}
