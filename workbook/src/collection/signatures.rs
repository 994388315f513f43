//! The public signatures of a source file, to hold the stub, the reference and the mistakes together.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{Fields, FnArg, ImplItem, Item, Pat, Signature, Visibility, parse_quote};

/// Every public function, type and constant of a file, without bodies, attributes and parameter names.
///
/// Names of parameters are left out because a mistake may ignore one (`_h`).
pub(super) fn public(source: &str) -> Result<BTreeSet<String>, syn::Error> {
    let file = syn::parse_file(source)?;
    let mut found = BTreeSet::new();
    for item in &file.items {
        collect(item, &mut found);
    }
    Ok(found)
}

fn collect(item: &Item, found: &mut BTreeSet<String>) {
    match item {
        Item::Fn(function) if is_public(&function.vis) => {
            found.insert(text(&anonymous(&function.sig)));
        }
        Item::Const(constant) if is_public(&constant.vis) => {
            found.insert(format!("const {}: {}", constant.ident, text(&constant.ty)));
        }
        Item::Type(alias) if is_public(&alias.vis) => {
            found.insert(format!("type {} = {}", alias.ident, text(&alias.ty)));
        }
        Item::Enum(item) if is_public(&item.vis) => {
            let variants = text(&item.variants);
            found.insert(format!(
                "enum {}{} {{ {variants} }}",
                item.ident,
                text(&item.generics)
            ));
        }
        Item::Trait(item) if is_public(&item.vis) => {
            found.insert(format!("trait {}{}", item.ident, text(&item.generics)));
        }
        Item::Struct(item) if is_public(&item.vis) => {
            let name = format!("struct {}{}", item.ident, text(&item.generics));
            found.insert(format!("{name} {}", public_fields(&item.fields)));
        }
        Item::Impl(block) => {
            let trait_name = block
                .trait_
                .as_ref()
                .map(|(_, path, _)| text(path) + " for ");
            let owner = trait_name.clone().unwrap_or_default() + &text(&block.self_ty);
            for item in &block.items {
                if let ImplItem::Fn(method) = item
                    && (trait_name.is_some() || is_public(&method.vis))
                {
                    found.insert(format!("impl {owner}: {}", text(&anonymous(&method.sig))));
                }
            }
        }
        _ => {}
    }
}

fn public_fields(fields: &Fields) -> String {
    let public = fields.iter().filter(|field| is_public(&field.vis));
    let rows = public.map(|field| {
        let name = field.ident.as_ref().map(|name| format!("{name}: "));
        name.unwrap_or_default() + &text(&field.ty)
    });
    format!("{{ {} }}", rows.collect::<Vec<_>>().join(", "))
}

fn anonymous(signature: &Signature) -> Signature {
    let mut signature = signature.clone();
    for input in &mut signature.inputs {
        if let FnArg::Typed(typed) = input {
            let nameless: Pat = parse_quote!(_);
            *typed.pat = nameless;
            typed.attrs.clear();
        }
    }
    signature
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

#[cfg(test)]
mod tests {
    use super::public;

    #[test]
    fn bodies_comments_and_parameter_names_do_not_count() {
        let stub = "/// Task.\npub fn f(x: f64) -> f64 { todo!(\"at {x}\") }";
        let solution = "pub fn f(_x: f64) -> f64 { helper() }\nfn helper() -> f64 { 1.0 }";
        assert_eq!(public(stub).unwrap(), public(solution).unwrap());
    }

    #[test]
    fn a_different_type_and_a_missing_method_count() {
        let one = public("pub fn f(x: f64) -> f64 { x }").unwrap();
        assert_ne!(one, public("pub fn f(x: f32) -> f64 { x }").unwrap());
        let with =
            public("pub struct C { pub re: f64 } impl C { pub fn abs(&self) -> f64 { 0.0 } }");
        let without = public("pub struct C { pub re: f64 }");
        assert_ne!(with.unwrap(), without.unwrap());
    }
}
