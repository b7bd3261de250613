package io.painchain.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What an IP address is good for. Pure. */
public final class AddressRules {

    private static final Set<String> METADATA_NAMES = Set.of("metadata", "metadata.google.internal", "instance-data",
            "metadata.azure.com", "metadata.azure.internal");

    /** Machines' metadata and what no connection is for; refused always. */
    private static final List<Network> METADATA = networks("169.254.0.0/16", "100.100.100.200/32", "192.0.0.192/32",
            "0.0.0.0/8",
            "224.0.0.0/4", "255.255.255.255/32", "fe80::/10", "fd00:ec2::254/128", "::/128", "ff00::/8");

    /** All that is not the public internet, and IPv6 that carries IPv4 within it. */
    private static final List<Network> PRIVATE_4 = networks("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "240.0.0.0/4");
    private static final Network PUBLIC_6 = Network.of("2000::/3");
    private static final List<Network> SPECIAL_6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    /** Whose last four bytes are an IPv4 address: compatible, translated (NAT64). */
    private static final List<Network> CARRIES_4 = networks("::/96", "64:ff9b::/96", "::ffff:0:0:0/96");
    private static final int LENGTH_6 = 16;

    private AddressRules() {
    }

    public static boolean isMetadataName(String host) {
        return METADATA_NAMES.contains(host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
    }

    public static boolean isMetadata(InetAddress address) {
        return isIn(METADATA, address)
                || isIn(CARRIES_4, address) && !address.isLoopbackAddress() && isMetadata(carried(address));
    }

    public static boolean isPublic(InetAddress address) {
        if (isMetadata(address)) {
            return false;
        }
        return address instanceof Inet4Address ? !isIn(PRIVATE_4, address)
                : PUBLIC_6.contains(address) && !isIn(SPECIAL_6, address);
    }

    private static InetAddress carried(InetAddress address) {
        var bytes = address.getAddress();
        return at(new byte[] { bytes[LENGTH_6 - 4], bytes[LENGTH_6 - 3], bytes[LENGTH_6 - 2], bytes[LENGTH_6 - 1] });
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    private static InetAddress at(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not of 4 or 16 bytes", e);
        }
    }

    private record Network(byte[] first, int bits) {

        static Network of(String text) {
            var parts = text.split("/");
            try {
                return new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
