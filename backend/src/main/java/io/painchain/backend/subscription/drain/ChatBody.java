package io.painchain.backend.subscription.drain;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Several events as one message of a chat. */
final class ChatBody {

    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_TITLE = 500;

    private ChatBody() {
    }

    static String of(List<JsonNode> events) {
        var message = JsonNodeFactory.instance.objectNode();
        message.put("text", events.size() == 1 ? escaped(events.get(0).path("title").asText())
                : events.size() + " changes: " + events.stream().map(event -> escaped(event.path("title").asText()))
                        .collect(Collectors.joining("; ")).transform(text -> cut(text, LONGEST_SECTION - 50)));
        var blocks = message.putArray("blocks");
        for (var event : events) {
            var section = blocks.addObject().put("type", "section");
            section.putObject("text").put("type", "mrkdwn").put("text", cut(line(event), LONGEST_SECTION));
        }
        return message.toString();
    }

    private static String line(JsonNode event) {
        var title = escaped(cut(event.path("title").asText(), LONGEST_TITLE));
        var url = event.path("url").asText("");
        boolean isLinked = !url.isEmpty() && url.chars().noneMatch(one -> "<>|".indexOf(one) >= 0);
        var facts = List.of("project", "status", "author").stream().map(name -> event.path(name).asText(""))
                .filter(fact -> !fact.isEmpty()).map(ChatBody::escaped).collect(Collectors.joining(" · "));
        return (isLinked ? "<" + url.replace("&", "&amp;") + "|" + title.replace("|", "¦") + ">" : "*" + title + "*") + "\n"
                + facts;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
