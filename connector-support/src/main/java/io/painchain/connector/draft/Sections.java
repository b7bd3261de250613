package io.painchain.connector.draft;

import java.util.ArrayList;
import java.util.List;

public final class Sections {

    private final List<String> sections = new ArrayList<>();

    public Sections add(String section) {
        if (section != null && !section.isBlank()) {
            sections.add(section.stripTrailing());
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n\n", sections);
    }
}
