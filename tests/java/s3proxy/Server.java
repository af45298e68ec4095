// SPDX-License-Identifier: Apache-2.0
// S3Proxy on a free port of loopback, in memory, with the keys test/test; prints its address. It
// answers CreateBucket with 500 where there are Tags, which AWS takes since 2025: so its reader of XML
// is told to pass over what it does not know.
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

final class Server {
  private static Object field(Object object, String name) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }

  public static void main(String[] args) throws Exception {
    BlobStoreContext store = ContextBuilder.newBuilder("transient")
        .credentials("none", "none").build(BlobStoreContext.class);
    S3Proxy server = S3Proxy.builder().blobStore(store.getBlobStore()).endpoint(URI.create("http://127.0.0.1:0"))
        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "test", "test").ignoreUnknownHeaders(true).build();
    ObjectMapper xml = (ObjectMapper) field(field(field(server, "handler"), "handler"), "mapper");
    xml.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    server.start();
    System.out.println("http://127.0.0.1:" + server.getPort());
    Thread.currentThread().join();
  }
}
