package io.painchain.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to an address that a user gave: a provider's {@code apiUrl}, or where a subscription is to be delivered.
 * <p>
 * How to use it: take {@link #ofProcess()}; make the client of {@link #client()} once and keep it; call
 * {@link #check} with the address before each request, also with the target of a redirect, which clients made here never
 * follow by themselves, and when the address is first entered; {@link RefusedAddress} has a sentence for the user. A
 * client that is no JDK client gets {@link #proxy} as its HTTP proxy.
 * <p>
 * Which addresses: {@code PAINCHAIN_PRIVATE_ADDRESSES=allow} (the default, for those who run PainChain for themselves)
 * refuses networks of machines' metadata, as they are looked up then. {@code deny} (for those who run it for others) also
 * refuses all that is not the public internet, takes https only, and sends each connection through a gate in this process,
 * which looks the name up itself, checks every address and connects to what it has checked: a name that leads elsewhere a
 * moment later changes nothing. A proxy of the Java platform is not used then.
 */
public final class Outbound {

    public static final String SETTING = "PAINCHAIN_PRIVATE_ADDRESSES";
    private static final String PROPERTY = "painchain.private-addresses";
    private static final long KNOWN_NANOS = 10_000_000_000L;
    private static final int MOST_KNOWN = 1_000;

    private final boolean isDenying;
    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private OutboundGate gate;

    private Outbound(boolean isDenying) {
        this.isDenying = isDenying;
    }

    private static final class OfProcess {
        private static final Outbound ONE = of(System.getProperty(PROPERTY, System.getenv(SETTING)));
    }

    /** As the environment says. */
    public static Outbound ofProcess() {
        return OfProcess.ONE;
    }

    /** @param setting {@code allow}, {@code deny}, or {@code null} for the default */
    public static Outbound of(String setting) {
        var word = setting == null ? "" : setting.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "allow" -> new Outbound(false);
            case "deny" -> new Outbound(true);
            default -> throw new IllegalStateException(SETTING + " must be allow or deny, and is " + setting + ".");
        };
    }

    /** Follows no redirects; where private addresses are denied, whatever it connects to is checked. */
    public HttpClient.Builder client() {
        var proxy = gate().map(ProxySelector::of).orElseGet(ProxySelector::getDefault);
        var builder = HttpClient.newBuilder().followRedirects(Redirect.NEVER);
        return proxy == null ? builder : builder.proxy(proxy);
    }

    /** The HTTP proxy that checks; empty where private addresses are allowed. */
    public Optional<InetSocketAddress> gate() {
        return isDenying ? Optional.of(running().address()) : Optional.empty();
    }

    /** The gate, else what the Java platform's settings ({@code https.proxyHost}, …) say of this address. */
    public Optional<InetSocketAddress> proxy(URI url) {
        return gate().or(() -> ofPlatform(url));
    }

    private static Optional<InetSocketAddress> ofPlatform(URI url) {
        var selector = ProxySelector.getDefault();
        return selector == null ? Optional.empty()
                : selector.select(url).stream().filter(proxy -> proxy.type() == Proxy.Type.HTTP).findFirst()
                        .map(proxy -> (InetSocketAddress) proxy.address());
    }

    /** @throws RefusedAddress where no request may go; a name that nobody knows is for the client to report */
    public void check(URI url) {
        var host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || !"https".equalsIgnoreCase(url.getScheme())
                && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new RefusedAddress("The address must be http or https, with a host and without a user.");
        }
        if (isDenying && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new RefusedAddress("The address must be https.");
        }
        var now = System.nanoTime();
        var until = known.get(host);
        if (until != null && until - now > 0) {
            return;
        }
        checkHost(host);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(host, now + KNOWN_NANOS);
    }

    private void checkHost(String host) {
        try {
            resolve(host);
        } catch (UnknownHostException e) {
            // The client says so too, in its own words.
        }
    }

    /** @return all addresses of a name, each of which may be connected to */
    InetAddress[] resolve(String host) throws UnknownHostException {
        if (AddressRules.isMetadataName(host)) {
            throw metadata(host);
        }
        var addresses = InetAddress.getAllByName(host);
        for (var address : addresses) {
            if (AddressRules.isMetadata(address)) {
                throw metadata(host);
            }
            if (isDenying && !AddressRules.isPublic(address)) {
                throw new RefusedAddress(host + " leads into a private network, which is not allowed here.");
            }
        }
        return addresses;
    }

    private static RefusedAddress metadata(String host) {
        return new RefusedAddress(host + " leads into the network of the machine's metadata.");
    }

    private synchronized OutboundGate running() {
        if (gate == null) {
            gate = OutboundGate.open(this::resolve);
        }
        return gate;
    }
}
