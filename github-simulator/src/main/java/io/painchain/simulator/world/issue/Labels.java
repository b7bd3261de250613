package io.painchain.simulator.world.issue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.repository.Repository;

/** The labels of a repository; a name that is new becomes a label when it is used. */
public final class Labels {

    private static final List<String> COLORS = List.of("d73a4a", "0075ca", "a2eeef", "7057ff", "008672", "e4e669");

    private final Repository repository;
    private Map<String, Label> labels = Map.of();

    public Labels(Repository repository) {
        this.repository = repository;
    }

    public List<Label> all() {
        return List.copyOf(labels.values());
    }

    public Optional<Label> find(String name) {
        return Optional.ofNullable(labels.get(key(name)));
    }

    public Label create(String name, String color, String description) {
        return repository.write(() -> {
            requireFree(name);
            Label label = new Label(repository.world().ids().label(), name, color, description, false);
            writable().put(key(name), label);
            return label;
        });
    }

    /** Changes a label wherever it is used. */
    public Label edit(String name, String newName, String color, String description) {
        return repository.write(() -> {
            Label old = get(name);
            if (!key(newName).equals(key(name))) {
                requireFree(newName);
            }
            Label label = new Label(old.id(), newName, color, description, old.isDefault());
            writable().remove(key(name));
            labels.put(key(newName), label);
            repository.issues().all()
                    .forEach(issue -> issue.labels().replaceAll(used -> used.id() == old.id() ? label : used));
            return label;
        });
    }

    public void delete(String name) {
        repository.write(() -> {
            Label old = get(name);
            writable().remove(key(name));
            repository.issues().all().forEach(issue -> issue.labels().remove(old));
        });
    }

    public Label named(String name) {
        return writable().computeIfAbsent(key(name), absent -> create(name));
    }

    private Label get(String name) {
        return find(name).orElseThrow(
                () -> new UnknownThingException("There is no label " + name + " in " + repository.fullName()));
    }

    private void requireFree(String name) {
        if (labels.containsKey(key(name))) {
            throw new ImpossibleChangeException("Label " + name + " exists already");
        }
    }

    private Map<String, Label> writable() {
        if (labels.isEmpty()) {
            labels = new LinkedHashMap<>();
        }
        return labels;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Label create(String name) {
        String color = COLORS.get(Math.floorMod(name.hashCode(), COLORS.size()));
        boolean isDefault = name.equals("bug") || name.equals("enhancement");
        return new Label(repository.world().ids().label(), name, color, "", isDefault);
    }
}
