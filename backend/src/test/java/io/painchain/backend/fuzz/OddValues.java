package io.painchain.backend.fuzz;

import java.util.List;
import java.util.Random;

/** Texts, numbers and pieces of addresses that programs trip over. */
final class OddValues {

    static final List<String> TEXTS = List.of("", " ", "null", "0", "-1", "a".repeat(600), "é", "日本語", "\u202Etxt",
            "pay\u00ADments",
            "a\u200Bb", "\uFEFFx", "😀", "\ud83d", "\u0000", "\u0007\u001b[31m", "a\r\nb", "../..", "%00", "%", "%zz",
            "'; DROP TABLE event; --",
            "${jndi:ldap://x}", "{}", "[]", "\"", "\\", "<script>", "true", "1e400", "2026-01-31T08:42:58.315+0000",
            "2026-01-31 08:42:58Z", "1769848978", "9999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z",
            "018f0000-0000-7000-8000-000000000000",
            "acme/api", "http://[", "data:image/png;base64,AAAA", "data:,", "x:y:z", "\ufff0\uffff", "e\u0301\u0301\u0301",
            "-\"", "\"a -b");

    static final List<String> NUMBERS = List.of("0", "-1", "1", "1e400", "-1e400", "1e999999999", "1E-999999999",
            "1e2147483648",
            "123456789012345678901234567890",
            "9223372036854775808", "2147483648", "0.1", "-0", "1769848978315");

    static final List<String> SEGMENTS = List.of("%00", "%2F", "%2e%2e", "..", ".", "%", "%zz", "%C3%28", "%ff", "%20", "a%20b",
            "%7B%7D",
            "{x}", "a|b", "a\\b", "a^b", "a\"b", "é", "日本", "a;b=c", "a+b", "%0d%0aX:y", "~", ":", "@", "a:b", "%25",
            "%F0%9F%98%80", "*",
            "a".repeat(300), "", "<x>", "`", "[", "]", "%5B", "a%23b", "a?b", "acme/api", "__proto__", "null");

    static final List<String> HOSTS = List.of("[::1", "a b", "", "[", "]", "localhost:99999", "localhost:-1", "localhost:x",
            "a@localhost",
            "localhost/x", "localhost,localhost", "attacker.example", "[::1]:8000", "127.0.0.1:", "é", "%00",
            "http://localhost", "?", "#",
            "localhost#", "::1", "[fe80::1%25eth0]", "a".repeat(300), "-", ".", "*");

    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT",
            "PROPFIND",
            "get", "PO ST", "", "G@T", "\u00c9", "X".repeat(200), "PRI");

    static final List<String> TYPES = List.of("", "text/plain", "application/xml", "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json;;;", "*/*", "/", "application/", "json", "multipart/form-data", "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded", "application/merge-patch+json", "application/json, text/plain", "a/b/c",
            "application/json; charset=\"",
            "application/json;charset", "\"", "application/*");

    static final List<String> ACCEPTS = List.of("", "text/html", "application/xml", "*/*;q=abc", "application/json;q=0", "a",
            "/", ",", ";", "*",
            "application/json;q=1.00000000000000001", "text/event-stream", "image/png", "application/*", "\"", "a/b/c;q=-1");

    private OddValues() {
    }

    static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
