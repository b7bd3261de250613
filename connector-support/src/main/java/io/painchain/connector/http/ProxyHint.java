package io.painchain.connector.http;

import java.util.function.UnaryOperator;

public final class ProxyHint {

    private ProxyHint() {
    }

    public static String words() {
        return words(System::getProperty, System::getenv);
    }

    static String words(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        String host = properties.apply("https.proxyHost");
        if (host != null && !host.isBlank()) {
            String port = properties.apply("https.proxyPort");
            return "requests go through the proxy " + host + ":" + (port == null ? "443" : port) + ", is that right?";
        }
        if (environment.apply("HTTPS_PROXY") != null || environment.apply("https_proxy") != null) {
            return "HTTPS_PROXY is set, but Java wants JAVA_TOOL_OPTIONS=\"-Dhttps.proxyHost=… -Dhttps.proxyPort=…\"";
        }
        return "behind a proxy set JAVA_TOOL_OPTIONS=\"-Dhttps.proxyHost=… -Dhttps.proxyPort=…\"";
    }
}
