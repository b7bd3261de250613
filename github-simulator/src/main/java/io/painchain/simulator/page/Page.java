package io.painchain.simulator.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** A title and some facts, as HTML. */
final class Page {

    private final String title;
    private final String text;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    Page(String title, String text) {
        this.title = title;
        this.text = text == null ? "" : text;
    }

    /** A fact that is null is left out. */
    Page fact(String name, Object value) {
        if (value != null) {
            facts.put(name, value);
        }
        return this;
    }

    String html() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(title)).append("</title><style>body{font:16px sans-serif;margin:3em auto;max-width:45em}")
                .append("dt{color:#666}dd{margin:0 0 .7em}</style></head><body><p>GitHub simulator</p><h1>")
                .append(escape(title)).append("</h1><p>").append(escape(text)).append("</p><dl>");
        facts.forEach((name, value) -> html.append("<dt>").append(escape(name)).append("</dt><dd>")
                .append(escape(value.toString())).append("</dd>"));
        return html.append("</dl></body></html>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
