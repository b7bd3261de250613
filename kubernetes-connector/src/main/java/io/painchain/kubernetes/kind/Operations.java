package io.painchain.kubernetes.kind;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The newest operation of each tool in a namespace, so that what it sets off is joined to it. */
public final class Operations {

    private static final String PREFIX = "operation/";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Objects note whole seconds. */
    private static final Duration UNSHARP = Duration.ofSeconds(2);

    private Operations() {
    }

    /** @param tool {@code helm}, {@code argocd} or {@code flux}; {@code key} by which its event is joined */
    public static void begun(Situation situation, String namespace, String tool, String key, Instant at) {
        Map<String, Object> known = situation.notes(namespace).get(PREFIX + tool);
        boolean newest = !(known.get("t") instanceof Number seconds) || seconds.longValue() <= at.getEpochSecond();
        if (newest) {
            situation.notes(namespace).put(PREFIX + tool, Map.of("k", key, "t", at.getEpochSecond()));
        }
    }

    /** @param manager who wrote what began then; {@code null} where no operation of that tool had begun shortly before */
    public static String before(Situation situation, String namespace, String manager, Instant begin) {
        String tool = tool(manager);
        Map<String, Object> known = tool == null ? Map.of() : situation.notes(namespace).get(PREFIX + tool);
        if (!(known.get("t") instanceof Number seconds)) {
            return null;
        }
        Instant at = Instant.ofEpochSecond(seconds.longValue());
        boolean shortly = !at.isAfter(begin.plus(UNSHARP)) && !at.plus(LONGEST).isBefore(begin);
        return shortly ? String.valueOf(known.get("k")) : null;
    }

    private static String tool(String manager) {
        if (manager == null) {
            return null;
        }
        if (manager.contains("kustomize-controller") || manager.contains("helm-controller")) {
            return "flux";
        }
        return manager.contains("argocd") ? "argocd" : manager.contains("helm") ? "helm" : null;
    }
}
