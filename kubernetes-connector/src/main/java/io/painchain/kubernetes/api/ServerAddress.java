package io.painchain.kubernetes.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import io.painchain.outbound.AddressRules;

/** Address of an API server, checked: a token goes there. */
public record ServerAddress(URI base) {

    /** @throws IllegalArgumentException with a sentence for the user */
    public static ServerAddress parse(String text) {
        String url = text.strip().replaceAll("(?<!/)/+$", "");
        if (!url.matches("(?i)https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException(
                    "apiUrl must be an https address without user, query and fragment, such as https://10.0.0.1:6443");
        }
        URI base;
        try {
            base = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("apiUrl is no address", e);
        }
        if (base.getHost() == null) {
            throw new IllegalArgumentException("apiUrl has no host: " + url);
        }
        if (AddressRules.isMetadataName(base.getHost()) || isLiteral(base) && isMetadata(resolve(base))) {
            throw metadata();
        }
        if (!"https".equalsIgnoreCase(base.getScheme()) && !isLoopback(base)) {
            throw new IllegalArgumentException("apiUrl must be https: over http anybody on the way could read the token");
        }
        return new ServerAddress(base);
    }

    /** @throws IllegalArgumentException where the name now leads to the network of a machine's metadata */
    public void checkResolved() {
        if (!isLiteral(base) && isMetadata(resolve(base))) {
            throw metadata();
        }
    }

    private static IllegalArgumentException metadata() {
        return new IllegalArgumentException("apiUrl leads into the network of the machine's metadata, where no cluster is");
    }

    private static boolean isMetadata(InetAddress[] addresses) {
        return Stream.of(addresses).anyMatch(AddressRules::isMetadata);
    }

    private static boolean isLoopback(URI url) {
        if ("localhost".equalsIgnoreCase(url.getHost())) {
            return true;
        }
        return isLiteral(url) && resolve(url).length > 0 && resolve(url)[0].isLoopbackAddress();
    }

    private static boolean isLiteral(URI url) {
        return url.getHost().matches("[0-9.]+|\\[.*]|0[xX].*");
    }

    private static InetAddress[] resolve(URI url) {
        try {
            return InetAddress.getAllByName(url.getHost());
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
