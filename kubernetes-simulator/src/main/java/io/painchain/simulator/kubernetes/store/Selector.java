package io.painchain.simulator.kubernetes.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which objects a request selects by {@code labelSelector} and {@code fieldSelector}. */
public final class Selector {

    public static final Selector ALL = new Selector(List.of());

    private static final Pattern SET = Pattern.compile("([^\\s!,()]+)\\s+(in|notin)\\s+\\(([^)]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([^\\s!=,]+)\\s*(==|=|!=)\\s*([^,]*)");

    private final List<Predicate<ObjectNode>> terms;

    private Selector(List<Predicate<ObjectNode>> terms) {
        this.terms = terms;
    }

    /** Throws {@link IllegalArgumentException} for what is no selector. */
    public static Selector parse(String labels, String fields) {
        List<Predicate<ObjectNode>> terms = new ArrayList<>();
        for (String term : split(labels)) {
            terms.add(label(term.trim()));
        }
        for (String term : split(fields)) {
            terms.add(equality(term.trim(), (object, path) -> object.at("/" + path.replace('.', '/'))));
        }
        return terms.isEmpty() ? ALL : new Selector(terms);
    }

    public boolean selects(ObjectNode object) {
        return terms.stream().allMatch(term -> term.test(object));
    }

    public boolean selectsAll() {
        return terms.isEmpty();
    }

    /** Where a selector looks up a name. */
    private interface Lookup {

        JsonNode value(ObjectNode object, String name);
    }

    private static String[] split(String selector) {
        return selector.isBlank() ? new String[0] : selector.split(",(?![^(]*\\))");
    }

    private static Predicate<ObjectNode> label(String term) {
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            List<String> values = Arrays.asList(set.group(3).trim().split("\\s*,\\s*"));
            boolean in = set.group(2).equals("in");
            return object -> values.contains(labelOf(object, set.group(1)).asText()) == in;
        }
        if (term.matches("!?[\\w./-]+")) {
            boolean absent = term.startsWith("!");
            String name = term.replace("!", "");
            return object -> labelOf(object, name).isMissingNode() == absent;
        }
        return equality(term, Selector::labelOf);
    }

    private static Predicate<ObjectNode> equality(String term, Lookup lookup) {
        Matcher equality = EQUALITY.matcher(term);
        if (!equality.matches()) {
            throw new IllegalArgumentException("unable to parse requirement: " + term);
        }
        boolean equal = !equality.group(2).equals("!=");
        String value = equality.group(3).trim();
        return object -> lookup.value(object, equality.group(1)).asText().equals(value) == equal;
    }

    private static JsonNode labelOf(ObjectNode object, String name) {
        return object.path("metadata").path("labels").path(name);
    }
}
