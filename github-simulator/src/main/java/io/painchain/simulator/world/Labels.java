package io.painchain.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The labels of a repository; a name that is new becomes a label when it is used. */
public final class Labels {

    private static final List<String> COLORS = List.of("d73a4a", "0075ca", "a2eeef", "7057ff", "008672", "e4e669");

    private final Repository repository;
    private Map<String, Label> labels = Map.of();

    Labels(Repository repository) {
        this.repository = repository;
    }

    public List<Label> all() {
        return List.copyOf(labels.values());
    }

    Label named(String name) {
        if (labels.isEmpty()) {
            labels = new LinkedHashMap<>();
        }
        return labels.computeIfAbsent(name.toLowerCase(Locale.ROOT), absent -> create(name));
    }

    private Label create(String name) {
        String color = COLORS.get(Math.floorMod(name.hashCode(), COLORS.size()));
        boolean isDefault = name.equals("bug") || name.equals("enhancement");
        return new Label(repository.world().ids().label(), name, color, "", isDefault);
    }
}
