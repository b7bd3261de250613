package io.painchain.backend.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes requests of the document's operations, each odd in its path, query, headers, body or in how it goes over the line. */
final class OddRequests {

    private record Operation(String method, String path, JsonNode description) {
    }

    static final String TENANT = "odd";
    private static final String OF_TENANT = "x-tenant-id: " + TENANT;

    private final List<Operation> operations = new ArrayList<>();
    private final List<String> known;
    private final List<String> keys;
    private final Random random;
    private final OddJson json;

    /**
     * @param known ids that lead somewhere
     * @param keys of whom the requests are, one as likely as the other; an empty one is none
     */
    OddRequests(JsonNode document, List<String> known, List<String> keys, long seed) {
        this.known = known;
        this.keys = keys;
        this.random = new Random(seed);
        this.json = new OddJson(document, random);
        document.path("paths").properties().stream().filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation -> operations.add(new Operation(operation.getKey().toUpperCase(),
                                path.getKey(), operation.getValue()))));
    }

    int operations() {
        return operations.size();
    }

    synchronized RawRequest next() {
        var operation = operations.get(random.nextInt(operations.size()));
        var headers = new ArrayList<>(List.of("Host: localhost", OF_TENANT, "Connection: close"));
        var key = OddValues.one(keys, random);
        if (!key.isEmpty()) {
            headers.add("Authorization: Bearer " + key);
        }
        var schema = operation.description().path("requestBody").path("content").path("application/json").path("schema");
        var body = schema.isMissingNode() && random.nextInt(6) > 0 ? new byte[0] : json.body(schema);
        if (body.length > 0) {
            headers.add("Content-Type: application/json");
        }
        var target = path(operation, random.nextInt(3) == 0) + query(operation);
        return switch (random.nextInt(10)) {
            case 0 -> oddLine(operation, target, headers, body);
            case 1 -> oddHeaders(operation, target, headers, body);
            case 2 -> oddFraming(operation, target, headers, body);
            default -> request("odd values of " + operation.description().path("operationId").asText(),
                    operation.method() + " " + target + " HTTP/1.1", headers, body);
        };
    }

    private String path(Operation operation, boolean odd) {
        var path = operation.path();
        for (var parameter : operation.description().path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                var name = "{" + parameter.path("name").asText() + "}";
                path = path.replace(name, odd && random.nextBoolean() ? OddValues.one(OddValues.SEGMENTS, random) : usual());
            }
        }
        if (odd && random.nextInt(4) == 0) {
            path += "/" + OddValues.one(OddValues.SEGMENTS, random);
        }
        return random.nextInt(6) == 0 ? path.replaceFirst("^/api/(?!v1/)", "/api/v1/") : path;
    }

    private String usual() {
        return switch (random.nextInt(6)) {
            case 0 -> OddValues.one(known, random);
            case 1 -> "018f0000-0000-7000-8000-000000000000";
            case 2 -> "7";
            default -> "fuzz";
        };
    }

    private String query(Operation operation) {
        var pairs = new ArrayList<String>();
        for (var parameter : operation.description().path("parameters")) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && (name.equals("wait") || random.nextInt(3) == 0)) {
                pairs.add(name + "=" + (name.equals("wait") ? "0" : value()));
            }
        }
        if (random.nextInt(15) == 0) {
            pairs.add(
                    OddValues.one(List.of("=", "&", "%", "%zz=1", "a=%ff", "a[]=1", "?", "a=b=c", "%00=1", "+", ";"), random));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String value() {
        if (random.nextInt(5) == 0) {
            return OddValues.one(List.of("%", "%zz", "%ff", "%00", "{", "|", "é", "%C3%28", "%ED%A0%80"), random);
        }
        var text = random.nextInt(4) == 0 ? OddValues.one(OddValues.NUMBERS, random) : OddValues.one(OddValues.TEXTS, random);
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private RawRequest oddLine(Operation operation, String target, List<String> headers, byte[] body) {
        var lines = List.of(operation.method() + " " + target, operation.method() + " " + target + " HTTP/9.9",
                "\u0000\u0001\u0002",
                operation.method() + "\t" + target + "\tHTTP/1.1", operation.method() + "  " + target + "  HTTP/1.1", target,
                operation.method() + " " + target + " HTTP/1.0", operation.method() + " " + target + " http/1.1",
                OddValues.one(OddValues.METHODS, random) + " " + target + " HTTP/1.1",
                OddValues.one(OddValues.METHODS, random) + " " + target + " HTTP/1.1",
                operation.method() + " http://localhost" + target + " HTTP/1.1", operation.method() + " * HTTP/1.1",
                operation.method() + " http://attacker.example" + target + " HTTP/1.1", operation.method() + " api HTTP/1.1",
                operation.method() + " " + target + "?q=" + "x".repeat(20_000) + " HTTP/1.1",
                operation.method() + " " + target + "#fragment HTTP/1.1", operation.method() + " //" + target + " HTTP/1.1",
                operation.method() + " " + target + "\u00e9\u00ff HTTP/1.1", operation.method() + " HTTP/1.1",
                operation.method() + " " + target + " HTTP/1.1 x", "CONNECT localhost:80 HTTP/1.1", "PRI * HTTP/2.0",
                operation.method() + " " + OddValues.one(OddValues.SEGMENTS, random) + " HTTP/1.1");
        return request("odd request line", lines.get(random.nextInt(lines.size())), headers, body);
    }

    private RawRequest oddHeaders(Operation operation, String target, List<String> headers, byte[] body) {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> headers.set(0, "Host: " + OddValues.one(OddValues.HOSTS, random));
            case 3 -> headers.remove(0);
            case 4 -> headers.add("Host: localhost");
            case 5 -> headers.add("X-Long: " + "x".repeat(70_000));
            case 6 -> headers.add("no colon here");
            case 7 -> headers.add("Bad Name: x");
            case 8 -> headers.add("X-Nul: a\u0000b\u0007");
            case 9 -> headers.add(" folded: x");
            case 10 -> headers.add(OF_TENANT);
            case 11 -> headers.set(1,
                    "x-tenant-id: " + OddValues.one(List.of("", "a b", "~", "x".repeat(65), "é", "\u00ff", "../x"), random));
            case 12 -> headers.add("Content-Type: " + OddValues.one(OddValues.TYPES, random));
            case 13 -> headers.add("Accept: " + OddValues.one(OddValues.ACCEPTS, random));
            case 14 -> headers.add(OddValues.one(
                    List.of("If-Match: x", "If-Match: \"", "If-None-Match: *", "Range: bytes=9-1", "Accept-Encoding: \u0001",
                            "Accept-Language: ;;;", "Cookie: =;=\u00ff", "Origin: null", "Origin: http://[", "Last-Event-ID: x",
                            "X-Request-Id: a b", "Forwarded: for=\"",
                            "X-Forwarded-For: x", "Authorization: Bearer", "Authorization: Basic \u00ff",
                            "If-Modified-Since: x", ": x", ":", "Content-Encoding: gzip", "Expect: 200-ok"),
                    random));
            default ->
                headers.addAll(java.util.stream.IntStream.range(0, 300).mapToObj(i -> "X-" + i + ": y".repeat(20)).toList());
        }
        return request("odd header", operation.method() + " " + target + " HTTP/1.1", headers, body);
    }

    private RawRequest oddFraming(Operation operation, String target, List<String> headers, byte[] body) {
        var line = operation.method() + " " + target + " HTTP/1.1";
        var sent = body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body;
        switch (random.nextInt(13)) {
            case 0 -> headers.add("Content-Length: -1");
            case 1 -> headers.add("Content-Length: x");
            case 2 -> headers.add("Content-Length: 99999999999");
            case 3 -> headers.addAll(List.of("Content-Length: 2", "Content-Length: 3"));
            case 4 -> headers.addAll(List.of("Transfer-Encoding: chunked", "Content-Length: 2"));
            case 5 -> headers.add("Transfer-Encoding: gzip");
            case 6 -> {
                headers.add("Transfer-Encoding: chunked");
                sent = OddValues
                        .one(List.of("zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n", "ffffffffffffffff\r\n{}",
                                "2\r\n{}xx\r\n0\r\n\r\n", "\r\n\r\n",
                                "2;" + "x".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\n0\r\nbad trailer\r\n\r\n"),
                                random)
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
            case 7 -> headers.addAll(List.of("Expect: 100-continue", "Content-Length: " + sent.length));
            case 8 -> headers.addAll(List.of("Expect: nonsense", "Content-Length: " + sent.length));
            case 9 -> headers.addAll(
                    List.of("Content-Encoding: " + OddValues.one(List.of("gzip", "br", "nonsense", "identity", ""), random),
                            "Content-Length: " + sent.length));
            case 10 -> headers.addAll(
                    List.of("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 99", "Sec-WebSocket-Key: x"));
            case 11 -> headers.addAll(List.of("Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: !!!"));
            default -> headers.add("Content-Length: " + (sent.length + 5));
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head(line, headers));
        bytes.writeBytes(sent);
        return new RawRequest("odd framing", bytes.toByteArray(), false);
    }

    private static RawRequest request(String kind, String line, List<String> headers, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        var all = new ArrayList<>(headers);
        if (body.length > 0) {
            all.add("Content-Length: " + body.length);
        }
        bytes.writeBytes(head(line, all));
        bytes.writeBytes(body);
        return new RawRequest(kind, bytes.toByteArray(), true);
    }

    private static byte[] head(String line, List<String> headers) {
        return (line + "\r\n" + headers.stream().map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

}
