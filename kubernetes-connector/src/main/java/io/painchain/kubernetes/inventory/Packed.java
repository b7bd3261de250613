package io.painchain.kubernetes.inventory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import io.painchain.connector.backend.ContractJson;

/** Documents as the values of checkpoints: deflated, and in several parts where one is too small. */
final class Packed {

    private static final int PART = 60_000;
    private static final int LARGEST = 64 * 1024 * 1024;

    private Packed() {
    }

    static List<Map<String, Object>> parts(Object document) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater)) {
            out.write(ContractJson.bytes(document));
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        } finally {
            deflater.end();
        }
        String text = Base64.getEncoder().encodeToString(deflated.toByteArray());
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += PART) {
            String part = text.substring(from, Math.min(text.length(), from + PART));
            parts.add(Map.of("part", part, "of", (text.length() + PART - 1) / PART));
        }
        return parts;
    }

    /** @return {@code null} where parts are missing or cannot be read */
    static <T> T document(List<Map<String, Object>> parts, Class<T> type) {
        int of = parts.isEmpty() || !(parts.get(0).get("of") instanceof Number number) ? 0 : number.intValue();
        if (of == 0 || parts.size() < of) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        parts.subList(0, of).forEach(part -> text.append(part.get("part")));
        byte[] deflated;
        try {
            deflated = Base64.getDecoder().decode(text.toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return ContractJson.parse(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            return null;
        }
    }
}
