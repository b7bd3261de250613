package io.painchain.simulator.connect;

import java.util.Map;

import io.painchain.simulator.http.HttpResponse;

/** A page with a form of hidden fields and a button. */
final class HtmlForm {

    private HtmlForm() {
    }

    static HttpResponse page(String title, String text, String action, Map<String, String> hidden, String button) {
        StringBuilder html = new StringBuilder(head(title)).append("<p>").append(escape(text))
                .append("</p><form method=\"post\" action=\"").append(action).append("\">");
        hidden.forEach((name, value) -> html.append("<input type=\"hidden\" name=\"").append(escape(name))
                .append("\" value=\"").append(escape(value)).append("\">"));
        return HttpResponse.html(200,
                html.append("<button>").append(escape(button)).append("</button></form></body></html>").toString());
    }

    /** Where a code is entered. */
    static HttpResponse codePage() {
        return HttpResponse.html(200, head("Device activation") + "<form method=\"post\" action=\"/login/device\">"
                + "<label>Code <input name=\"user_code\"></label><button>Authorize</button></form></body></html>");
    }

    static HttpResponse note(int status, String title) {
        return HttpResponse.html(status, head(title) + "</body></html>");
    }

    private static String head(String title) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title></head><body><p>GitHub simulator</p><h1>" + escape(title) + "</h1>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
