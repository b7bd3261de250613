package io.painchain.kubernetes.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/**
 * Reads a list as it arrives, one item at a time: some servers answer with all objects at once, whatever limit is asked for.
 */
public final class ItemReader {

    private static final JsonFactory JSON = new JsonFactory();
    /** Of a list: the object, its items, one of them. */
    private static final int ITEM_DEPTH = 2;

    private final Consumer<JsonNode> items;
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private TokenBuffer item;
    private int depth;
    private boolean inItems;
    private boolean inMetadata;
    private String field;
    private String resourceVersion;
    private String continueToken;
    private Long remaining;
    private boolean whole;

    public ItemReader(Consumer<JsonNode> items) {
        this.items = items;
        try {
            this.parser = JSON.createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException("a parser of bytes in memory needs no input", e);
        }
        this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    public void read(List<ByteBuffer> buffers) throws IOException {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            feeder.feedInput(bytes, 0, bytes.length);
            for (JsonToken token = parser.nextToken(); token != null
                    && token != JsonToken.NOT_AVAILABLE; token = parser.nextToken()) {
                take(token);
            }
        }
    }

    private void take(JsonToken token) throws IOException {
        if (item != null) {
            item.copyCurrentEvent(parser);
        }
        if (token.isStructStart()) {
            begin(token);
        } else if (token.isStructEnd()) {
            end();
        } else if (token == JsonToken.FIELD_NAME) {
            field = parser.currentName();
        } else if (inMetadata && depth == ITEM_DEPTH) {
            metadata();
        }
    }

    private void begin(JsonToken token) throws IOException {
        if (inItems && item == null && depth == ITEM_DEPTH) {
            item = new TokenBuffer(JsonTree.MAPPER, false);
            item.copyCurrentEvent(parser);
        }
        if (depth == 1 && item == null) {
            inItems = "items".equals(field) && token == JsonToken.START_ARRAY;
            inMetadata = "metadata".equals(field);
        }
        depth++;
    }

    private void end() throws IOException {
        depth--;
        if (item != null && depth == ITEM_DEPTH) {
            try (JsonParser parsed = item.asParser()) {
                items.accept(JsonTree.MAPPER.readTree(parsed));
            }
            item = null;
        }
        if (depth == 1) {
            inItems = false;
            inMetadata = false;
        }
        whole = depth == 0;
    }

    private void metadata() throws IOException {
        switch (field) {
            case "resourceVersion" -> resourceVersion = parser.getText();
            case "continue" -> continueToken = parser.getText();
            case "remainingItemCount" -> remaining = parser.getLongValue();
            default -> {
                // of no use
            }
        }
    }

    /** Whether the list was read to its end. */
    public boolean whole() {
        return whole;
    }

    public String resourceVersion() {
        return resourceVersion;
    }

    /** {@code null} at the last page. */
    public String continueToken() {
        return continueToken == null || continueToken.isEmpty() ? null : continueToken;
    }

    public Long remaining() {
        return remaining;
    }
}
