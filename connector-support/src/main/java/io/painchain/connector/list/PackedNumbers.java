package io.painchain.connector.list;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Packs numbers as distances to the previous one. */
public final class PackedNumbers {

    private PackedNumbers() {
    }

    public static String pack(Collection<Long> numbers) {
        StringBuilder text = new StringBuilder();
        long before = 0;
        for (long number : new TreeSet<>(numbers)) {
            text.append(text.isEmpty() ? "" : ",").append(Long.toString(number - before, Character.MAX_RADIX));
            before = number;
        }
        return text.toString();
    }

    /** @param text {@code null}: none */
    public static Set<Long> unpack(String text) {
        Set<Long> numbers = new TreeSet<>();
        if (text == null || text.isEmpty()) {
            return numbers;
        }
        long number = 0;
        for (String distance : text.split(",")) {
            number += Long.parseLong(distance, Character.MAX_RADIX);
            numbers.add(number);
        }
        return numbers;
    }
}
