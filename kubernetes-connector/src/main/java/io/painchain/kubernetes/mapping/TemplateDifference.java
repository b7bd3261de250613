package io.painchain.kubernetes.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.painchain.kubernetes.projection.Paths;
import io.painchain.kubernetes.projection.TemplateFacts;

/** What one revision of a pod template changed, in words; values of variables, arguments and annotations are not known here. */
public record TemplateDifference(List<String> images, List<String> envAdded, List<String> envRemoved, List<String> envChanged,
        List<String> resources, List<String> probes, List<String> mounts, boolean restarted, List<String> otherPaths,
        String firstImageBefore, String firstImageAfter) {

    private static final int MOST = 50;
    private static final String RESTARTED = "metadata.annotations." + TemplateFacts.RESTARTED_AT;
    private static final Pattern IMAGE = Pattern.compile("spec\\.(?:init)?[cC]ontainers\\[(.+?)]\\.image");
    private static final Pattern ENV = Pattern.compile("spec\\.(?:init)?[cC]ontainers\\[(.+?)]\\.env(From)?\\[(.+?)].*");
    private static final Pattern RESOURCES = Pattern.compile("spec\\.(?:init)?[cC]ontainers\\[(.+?)]\\.resources\\.(.+)");
    private static final Pattern PROBES = Pattern.compile("spec\\.(?:init)?[cC]ontainers\\[(.+?)]\\.(\\w+Probe)\\b.*");
    private static final Pattern MOUNTS = Pattern
            .compile("spec\\.(?:(?:init)?[cC]ontainers\\[(.+?)]\\.volumeMounts|volumes)\\[(.+?)].*");

    public static TemplateDifference of(TemplateFacts before, TemplateFacts after) {
        Paths.Difference difference = Paths.difference(before.paths(), after.paths());
        Set<String> left = new TreeSet<>(difference.all());
        List<String> images = new ArrayList<>();
        String[] first = new String[2];
        names(before.images(), after.images()).forEach(container -> {
            String old = before.images().get(container);
            String now = after.images().get(container);
            if (old != null && now != null && !old.equals(now)) {
                images.add(container + ": " + old + " → " + now);
                first[0] = first[0] == null ? old : first[0];
                first[1] = first[1] == null ? now : first[1];
            }
        });
        take(left, IMAGE, matcher -> matcher.group(1));
        List<String> added = env(difference.added());
        List<String> removed = env(difference.removed());
        List<String> changed = env(difference.changed());
        take(left, ENV, matcher -> matcher.group(3));
        List<String> resources = names(before.resources(), after.resources())
                .filter(name -> !String.valueOf(before.resources().get(name))
                        .equals(String.valueOf(after.resources().get(name))))
                .map(name -> name + ": " + shown(before.resources().get(name)) + " → " + shown(after.resources().get(name)))
                .toList();
        take(left, RESOURCES, matcher -> matcher.group(2));
        List<String> probes = take(left, PROBES, matcher -> matcher.group(1) + "." + matcher.group(2));
        List<String> mounts = take(left, MOUNTS, matcher -> matcher.group(2));
        boolean restarted = left.remove(RESTARTED);
        return new TemplateDifference(images, added, removed, changed, resources, probes, mounts, restarted,
                left.stream().limit(MOST).toList(), first[0], first[1]);
    }

    private static Stream<String> names(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream();
    }

    private static String shown(String value) {
        return value == null ? "none" : value;
    }

    private static List<String> env(List<String> paths) {
        return paths.stream().map(ENV::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1) + "." + (matcher.group(2) == null ? matcher.group(3) : "envFrom")).distinct()
                .sorted().limit(MOST).toList();
    }

    private static List<String> take(Set<String> paths, Pattern pattern, java.util.function.Function<Matcher, String> name) {
        Set<String> taken = new TreeSet<>();
        paths.removeIf(path -> {
            Matcher matcher = pattern.matcher(path);
            if (matcher.matches()) {
                taken.add(name.apply(matcher));
                return true;
            }
            return false;
        });
        return taken.stream().limit(MOST).toList();
    }

    /** What most likely was the reason for the change. */
    public String trigger() {
        if (!images.isEmpty()) {
            return "image";
        }
        if (!envAdded.isEmpty() || !envRemoved.isEmpty() || !envChanged.isEmpty()) {
            return "env";
        }
        if (!resources.isEmpty()) {
            return "resources";
        }
        return restarted && probes.isEmpty() && mounts.isEmpty() && otherPaths.isEmpty() ? "restart" : "other";
    }

    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        put(data, "images", images);
        Map<String, Object> env = new LinkedHashMap<>();
        put(env, "added", envAdded);
        put(env, "removed", envRemoved);
        put(env, "changed", envChanged);
        if (!env.isEmpty()) {
            data.put("env", env);
        }
        put(data, "resources", resources);
        put(data, "probes", probes);
        put(data, "mounts", mounts);
        put(data, "other_paths", otherPaths);
        return data;
    }

    private static void put(Map<String, Object> data, String key, List<String> names) {
        if (!names.isEmpty()) {
            data.put(key, names);
        }
    }
}
